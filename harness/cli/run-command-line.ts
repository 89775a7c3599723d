// Runs one command line, from its words to its exit code; every error ends here as a message.

import { CommanderError } from 'commander';
import { terminalText } from '../../reports/text/terminal-text.js';
import { exitCodes } from '../results/exit-code.js';
import { CommandFailure } from './output/failure.js';
import type { Terminal } from './output/terminal.js';
import { buildProgram } from './program.js';

/** Longer lines are shortened in the middle. */
const maxLineLength = 2_000;

/** Resolves with the exit code; never rejects. */
export async function runCommandLine(words: readonly string[], terminal: Terminal): Promise<number> {
  let code: number = exitCodes.conforms;
  try {
    const program = buildProgram(terminal, (exitCode) => {
      code = exitCode;
    });
    await program.parseAsync(words, { from: 'user' });
    return code;
  } catch (error) {
    return exitCodeOf(error, terminal);
  }
}

function exitCodeOf(error: unknown, { stderr }: Terminal): number {
  // Commander has printed its message already.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.conforms : exitCodes.usage;
  if (error instanceof CommandFailure) {
    const lines = error.message.split('\n').map((line) => terminalText(line, maxLineLength));
    stderr.write(`pca-conformance: ${lines.join('\n')}\n`);
    return error.exitCode;
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  stderr.write(`pca-conformance: a fault of the suite itself, please report it:\n${text}\n`);
  return exitCodes.suiteFault;
}

#!/usr/bin/env node
// The command line: reads the words, runs the command, ends with its exit code.

import { CommanderError } from 'commander';
import { CommandFailure } from './output/failure.js';
import { terminalText } from '../../reports/text/terminal-text.js';
import { buildProgram } from './program.js';

/** Characters of a line before its middle is left out. */
const longestLine = 2_000;
const usage = 2;
const suiteFault = 7;

// A reader that has seen enough, such as `head`, is no fault; the exit code stays what the command makes it.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}
// The SDK warns on the console, with parts of what a target answered as they came.
globalThis.console.warn = (): void => {};

try {
  await buildProgram((code) => {
    process.exitCode = code;
  }).parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}

function exitCodeOf(error: unknown): number {
  // Commander has printed its message already.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : usage;
  if (error instanceof CommandFailure) {
    const lines = error.message.split('\n').map((line) => terminalText(line, longestLine));
    process.stderr.write(`pca-conformance: ${lines.join('\n')}\n`);
    return error.exitCode;
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`pca-conformance: a fault of the suite itself, please report it:\n${text}\n`);
  return suiteFault;
}

#!/usr/bin/env node
// The command line: reads the words, runs the command, ends with its exit code.

import { CommanderError } from 'commander';
import { CommandFailure } from './failure.js';
import { buildProgram } from './program.js';

const usage = 2;
const suiteFault = 7;

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
    process.stderr.write(`pca-conformance: ${error.message}\n`);
    return error.exitCode;
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`pca-conformance: a fault of the suite itself, please report it:\n${text}\n`);
  return suiteFault;
}

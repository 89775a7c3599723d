#!/usr/bin/env node
// The entry point of the process: its global settings, and the command line on its terminal.

import { exitCodes } from '../results/exit-code.js';
import { processTerminal } from './output/terminal.js';
import { runCommandLine } from './run-command-line.js';

// A reader that closes the pipe early, such as `head`, is not an error; the exit code stays that of the command.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}
// An error that nobody catches ends a process with 1, which is a verdict.
process.once('uncaughtExceptionMonitor', () => {
  process.once('exit', (code) => {
    if (code === exitCodes.diverges) process.exitCode = exitCodes.suiteFault;
  });
});
// The SDK prints warnings on the console that contain raw parts of a target's answer.
globalThis.console.warn = (): void => {};

process.exitCode = await runCommandLine(process.argv.slice(2), processTerminal);

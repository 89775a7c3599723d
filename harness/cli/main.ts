#!/usr/bin/env node
// The entry of the process: what is global to it, and the command line on its terminal.

import { processTerminal } from './output/terminal.js';
import { runCommandLine } from './run-command-line.js';

// A reader that has seen enough, such as `head`, is no fault; the exit code stays what the command makes it.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}
// The SDK warns on the console, with parts of what a target answered as they came.
globalThis.console.warn = (): void => {};

process.exitCode = await runCommandLine(process.argv.slice(2), processTerminal);

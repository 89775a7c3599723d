// The options that show what goes over the wire, for the commands that send calls.

import type { Command } from 'commander';
import { exchangeLimitBytes } from '../../files/exchange-file.js';

export interface TraceFlags {
  readonly trace?: boolean;
  readonly traceAll?: string;
}

export function withTraceOptions(command: Command, traceWords: string): Command {
  return command
    .option('--trace', traceWords)
    .option('--trace-all <file>', 'write every request and answer into this file, a line of JSON each, up to 256 MiB');
}

/** Says what a file of exchanges does not hold; undefined where it holds all. */
export function leftOutNotice(path: string | undefined, leftOut = 0): string | undefined {
  if (path === undefined || leftOut === 0) return undefined;
  const limit = exchangeLimitBytes / 1_024 / 1_024;
  return `${path} has reached its limit of ${limit} MiB; ${leftOut} exchanges after that are not in it.\n`;
}

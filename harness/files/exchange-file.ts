// Writes every exchange into a file as it happens, one JSON value a line, up to a limit: no run fills the disk.

import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { HttpExchange, ExchangeLine } from './exchange.js';

/** 256 MiB: some 100,000 exchanges of short policies. */
export const exchangeLimitBytes = 256 * 1_024 * 1_024;

export interface ExchangeFile {
  write(exchange: HttpExchange): void;
  /** How many were left out because the file had reached its limit. */
  leftOut(): number;
  close(): void;
}

/** Throws the error of the file system if the file cannot be written. */
export function openExchangeFile(path: string, limitBytes = exchangeLimitBytes): ExchangeFile {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, 'w');
  let bytes = 0;
  let leftOut = 0;
  const write = (line: ExchangeLine): void => {
    writeSync(file, `${JSON.stringify(line)}\n`);
  };
  return {
    write(exchange) {
      const length = Buffer.byteLength(JSON.stringify(exchange)) + 1;
      if (leftOut > 0 || bytes + length > limitBytes) {
        if (leftOut === 0) write({ limitReached: { limitBytes } });
        leftOut += 1;
        return;
      }
      bytes += length;
      write(exchange);
    },
    leftOut: () => leftOut,
    close: () => closeSync(file),
  };
}

// Writes down what happens while it happens, one JSON value a line, so that a crash loses nothing already measured.

import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

export interface EventLog {
  write(event: Readonly<Record<string, unknown>>): void;
  close(): void;
}

/** Throws the error of the file system where the file cannot be written. A run that goes on writes below what is there. */
export function openEventLog(path: string, goesOn = false): EventLog {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, goesOn ? 'a' : 'w');
  return {
    write: (event) => {
      writeSync(file, `${JSON.stringify(event)}\n`);
    },
    close: () => closeSync(file),
  };
}

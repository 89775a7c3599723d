// Writes events as they happen, one JSON value a line, so that a crash loses nothing already measured.

import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

export interface EventLog {
  write(event: Readonly<Record<string, unknown>>): void;
  close(): void;
}

/** Removes from a value what must not be written. */
export interface Redaction {
  value<Value>(value: Value): Value;
}

export interface EventLogOptions {
  readonly redactor?: Redaction | undefined;
  /** Whether a run is resumed, and its events are appended. */
  readonly goesOn?: boolean | undefined;
}

/** Throws the error of the file system if the file cannot be written. */
export function openEventLog(path: string, { redactor, goesOn = false }: EventLogOptions = {}): EventLog {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, goesOn ? 'a' : 'w');
  return {
    write: (event) => {
      writeSync(file, `${JSON.stringify(redactor?.value(event) ?? event)}\n`);
    },
    close: () => closeSync(file),
  };
}

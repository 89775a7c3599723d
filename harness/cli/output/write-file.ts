// Writes files that the user asked for; if a file cannot be written, the message has the reason.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { exitCodes } from '../../results/exit-code.js';
import { CommandFailure, errorMessage } from './failure.js';

/** Creates the folder of the file as well. */
export function writeTextFile(path: string, text: string): void {
  namingFile(path, () => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  });
}

/** `shownPath` is the path as the user gave it. */
export function namingFile(shownPath: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    throw new CommandFailure(exitCodes.suiteFault, `${shownPath} was not written: ${errorMessage(error)}`);
  }
}

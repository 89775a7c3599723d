// Looks before anything is sent whether files can be written, so that a long run is not lost at its end.

import { closeSync, existsSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { exitCodes } from '../../results/exit-code.js';
import { CommandFailure, errorMessage } from './failure.js';

/** Makes the folders, and leaves no file behind that was not there. */
export function requireWritable(paths: readonly (string | undefined)[]): void {
  for (const path of paths.filter((each) => each !== undefined)) {
    try {
      mkdirSync(dirname(path), { recursive: true });
      const wasThere = existsSync(path);
      closeSync(openSync(path, 'a'));
      if (!wasThere) rmSync(path);
    } catch (error) {
      throw new CommandFailure(
        exitCodes.suiteFault,
        `${path} cannot be written, so nothing was run: ${errorMessage(error)}`,
      );
    }
  }
}

// Checks before anything is sent that files can be written, so that a long run is not lost at its end.

import { closeSync, existsSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { exitCodes } from '../../results/exit-code.js';
import { CommandFailure, errorMessage } from './failure.js';

/** Creates the folders, and leaves no new file behind. */
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

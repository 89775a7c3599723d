// The file with the state that survives a crash. Each save replaces the whole file atomically, and concurrent calls share a
// save.

import { open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setImmediate } from 'node:timers/promises';

/** The file exists but cannot be used; the message names it and the fix. */
export class StateFileError extends Error {
  override readonly name = 'StateFileError';
}

/** The JSON in the file; undefined if there is no file. */
export async function readStateFile(path: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    const reason = error instanceof Error ? error.message : String(error);
    throw new StateFileError(`The state file ${path} cannot be read: ${reason}. Give a file that can be.`);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new StateFileError(
      `The state file ${path} is not JSON, so it was not written by this command. Move it away or give another file.`,
    );
  }
}

export interface StateSaver {
  /** Marks the state as changed. */
  changed(): void;
  /** Resolves when all changes before the call are on disk; undefined if they are already. */
  saved(): Promise<void> | undefined;
}

/** `snapshot` returns the data to save, and is called for each save. */
export function createStateSaver(path: string, snapshot: () => unknown): StateSaver {
  let version = 0;
  let savedVersion = 0;
  let running: Promise<void> | undefined;
  const save = async (): Promise<void> => {
    // Changes of the same turn of the event loop share the save.
    await setImmediate();
    const saving = version;
    await replaceFile(path, JSON.stringify(snapshot()));
    savedVersion = saving;
  };
  const saveUpTo = async (wanted: number): Promise<void> => {
    running ??= save().finally(() => {
      running = undefined;
    });
    await running;
    // The running save may have begun before the change.
    if (savedVersion < wanted) await saveUpTo(wanted);
  };
  return {
    changed() {
      version += 1;
    },
    saved: () => (savedVersion === version ? undefined : saveUpTo(version)),
  };
}

/** Writes and flushes a temporary file, renames it and flushes the folder, so that a crash leaves the old or the new file. */
async function replaceFile(path: string, text: string): Promise<void> {
  const aside = `${path}.next`;
  const file = await open(aside, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(aside, path);
  // Windows has no folder handles, and makes renames durable by itself.
  if (process.platform === 'win32') return;
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

// Loads every known emulator: each has its own file, whose name is its id.
// This folder holds the emulators of other projects that can be started and judged.

import { readdirSync } from 'node:fs';
import type { KnownEmulator } from './known-emulator.js';

export type NamedEmulator = KnownEmulator & { readonly id: string };

/** The emulators, sorted by id. Throws if a file does not export one. */
export async function loadEmulators(): Promise<readonly NamedEmulator[]> {
  const folder = new URL('./known/', import.meta.url);
  return Promise.all(
    emulatorIds().map(async (id) => {
      const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
      const file: { readonly emulator?: KnownEmulator } = await import(new URL(`${id}.${extension}`, folder).href);
      if (file.emulator === undefined) throw new Error(`emulators/known/${id} does not export an emulator.`);
      return { ...file.emulator, id };
    }),
  );
}

export function emulatorIds(): readonly string[] {
  const names = readdirSync(new URL('./known/', import.meta.url));
  const sources = names.filter((name) => /(?<!\.d)\.[jt]s$/.test(name));
  return sources.map((name) => name.replace(/\.[jt]s$/, '')).sort();
}

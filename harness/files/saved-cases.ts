// The counterexamples of earlier runs: read to be tried first, and removed once they no longer fail.

import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseFile } from './case-file.js';

export interface SavedCase {
  readonly path: string;
  readonly saved: CaseFile;
}

export interface SavedCases {
  readonly cases: SavedCase[];
  /** Files in the folder that are not cases. */
  readonly unreadable: readonly { readonly path: string; readonly problem: string }[];
}

/** What the folder `cases/` of a run holds. */
export async function loadSavedCases(outDir: string): Promise<SavedCases> {
  const folder = join(outDir, 'cases');
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
  if (names.length === 0) return { cases: [], unreadable: [] };
  // Loaded here, because most runs have none.
  const { parseCaseFile } = await import('./parse-case-file.js');
  const cases: SavedCase[] = [];
  const unreadable: { path: string; problem: string }[] = [];
  for (const name of names.sort()) {
    const path = join(folder, name);
    const parsed = parseCaseFile(readFileSync(path, 'utf8'));
    if (parsed.kind === 'case') cases.push({ path, saved: parsed.saved });
    else unreadable.push({ path, problem: parsed.problem });
  }
  return { cases, unreadable };
}

/** Removes a case that no longer fails from the folder, with its policy file. */
export function forgetCase({ path }: Pick<SavedCase, 'path'>): void {
  rmSync(path, { force: true });
  rmSync(path.replace(/\.json$/, '.policy'), { force: true });
}

// The counterexamples of earlier runs: read back to be tried first, and taken away once they no longer fail.

import { withPresentNames } from './former-names.js';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { caseFileSchema, type CaseFile } from './case-file.js';
import { presentCheckId } from '../api/former-check-ids.js';
import { describeProblems } from './file-problems.js';

export type ParsedCaseFile =
  | { readonly kind: 'case'; readonly saved: CaseFile }
  /** The problem in words, over several lines where several members are wrong. */
  | { readonly kind: 'malformed'; readonly problem: string };

export function parseCaseFile(text: string): ParsedCaseFile {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    return { kind: 'malformed', problem: error instanceof Error ? error.message : String(error) };
  }
  const checked = caseFileSchema.safeParse(withPresentNames(parsed));
  return checked.success
    ? { kind: 'case', saved: { ...checked.data, check: presentCheckId(checked.data.check) } }
    : { kind: 'malformed', problem: describeProblems(checked.error, parsed) };
}

export interface SavedCase {
  readonly path: string;
  readonly saved: CaseFile;
}

export interface SavedCases {
  readonly cases: SavedCase[];
  /** Files in the folder that are no cases. */
  readonly unreadable: readonly { readonly path: string; readonly problem: string }[];
}

/** What `cases/` below the folder of a run holds. */
export function loadSavedCases(outDir: string): SavedCases {
  const folder = join(outDir, 'cases');
  const cases: SavedCase[] = [];
  const unreadable: { path: string; problem: string }[] = [];
  for (const name of existsSync(folder) ? readdirSync(folder).sort() : []) {
    if (!name.endsWith('.json')) continue;
    const path = join(folder, name);
    const parsed = parseCaseFile(readFileSync(path, 'utf8'));
    if (parsed.kind === 'case') cases.push({ path, saved: parsed.saved });
    else unreadable.push({ path, problem: parsed.problem });
  }
  return { cases, unreadable };
}

/** Takes a case that no longer fails out of the folder, with the policy beside it. */
export function forgetCase({ path }: Pick<SavedCase, 'path'>): void {
  rmSync(path, { force: true });
  rmSync(path.replace(/\.json$/, '.policy'), { force: true });
}

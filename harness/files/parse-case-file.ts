// Reads the text of a case file, including one of an earlier release.

import { presentCheckId } from '../api/former-check-ids.js';
import { caseFileSchema, type CaseFile } from './case-file.js';
import { describeProblems } from './file-problems.js';
import { withPresentNames } from './former-names.js';

export type ParsedCaseFile =
  | { readonly kind: 'case'; readonly saved: CaseFile }
  /** The problem as text, over several lines if several members are wrong. */
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

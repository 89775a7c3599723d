// The failing cases that earlier runs saved: each is tried again, and removed once it fails no more.

import type { Case } from '../api/case.js';
import type { EventLog } from '../files/event-log.js';
import { forgetCase, loadSavedCases, type SavedCase } from '../files/saved-cases.js';
import type { CaseContext } from '../run/cases/case-run.js';
import type { Check } from '../run/cases/check.js';

export interface EarlierCases {
  /** Removes what the reference service fails too, which shows nothing. Returns a remark for each. */
  dropFalseAlarms(reference: CaseContext['reference']): Promise<string[]>;
  casesOf(check: Check): Case[];
  /** Removes the cases that no longer fail. */
  forgetFixed(check: Check, fixed: readonly Case[]): void;
}

export async function loadEarlierCases(outDir: string, log: EventLog): Promise<EarlierCases> {
  const loaded = await loadSavedCases(outDir);
  for (const file of loaded.unreadable) log.write({ event: 'case-file-skipped', ...file });
  let { cases }: { readonly cases: readonly SavedCase[] } = loaded;
  const ownOf = (check: Check): readonly SavedCase[] => cases.filter(({ saved }) => saved.check === check.id);
  return {
    async dropFalseAlarms(reference) {
      const remarks: string[] = [];
      const kept: SavedCase[] = [];
      for (const each of cases) {
        if ((await reference?.fails(each.saved.case)) !== true) {
          kept.push(each);
          continue;
        }
        forgetCase(each);
        const problem = 'the reference service fails it too, so that it shows nothing; it was removed';
        log.write({ event: 'case-file-skipped', path: each.path, problem });
        remarks.push(`${each.path} was dropped: ${problem}`);
      }
      cases = kept;
      return remarks;
    },
    casesOf: (check) => ownOf(check).map(({ saved }) => saved.case),
    forgetFixed(check, fixed) {
      for (const each of ownOf(check).filter(({ saved }) => fixed.includes(saved.case))) forgetCase(each);
    },
  };
}

// The corpus of the ledger: one fixed case of every input class with sequential calls, and the cases of the open
// questions. It is the same on every machine and every day.

import { firstCheckId } from '../harness/api/former-check-ids.js';
import fc from 'fast-check';
import { openUnknowns } from '../generators/open-unknowns.js';
import type { Case } from '../harness/api/case.js';
import type { ModelRevision } from '../harness/api/service-model.js';
import type { Level } from '../harness/catalogue/requirement.js';
import { requirements, type RequirementId } from '../harness/catalogue/index.js';
import { levelOf } from '../harness/run/cases/check.js';
import { streamSeed } from '../harness/run/cases/seed.js';
import { checksOf } from './all-checks.js';

export interface CorpusCase {
  /** `<check>#<input class>`. */
  readonly id: string;
  readonly check: string;
  readonly requirement: RequirementId;
  readonly level: Level;
  readonly case: Case;
}

/** Fixed: another seed would give another corpus, which could not be compared with earlier ledgers. */
const corpusSeed = 1;

export function corpusOf(revision: ModelRevision): readonly CorpusCase[] {
  const ofChecks = checksOf(revision)
    // Call sequences and schedules have no single answer to record.
    .filter(({ phase }) => phase !== 'sequences' && phase !== 'waves')
    // One account is asked, so decisions about others are not recorded.
    .filter(({ id }) => !id.startsWith('access/'))
    .flatMap((check) =>
      check.inputClasses.flatMap(({ id, cases }): readonly CorpusCase[] => {
        const seed = streamSeed(corpusSeed, 'corpus', firstCheckId(check.id), id);
        const [subject] = fc.sample(cases, { seed, numRuns: 1 });
        if (subject === undefined || subject.schedule !== undefined) return [];
        const { requirement } = check;
        return [{ id: `${check.id}#${id}`, check: check.id, requirement, level: levelOf(check), case: subject }];
      }),
    );
  const ofUnknowns = openUnknowns.flatMap(({ id, requirement, cases = [] }) =>
    cases.map((subject): CorpusCase => {
      const check = `open-unknowns/${id}`;
      const { level } = requirements[requirement];
      return { id: `${check}#${subject.inputClass}`, check, requirement, level, case: subject };
    }),
  );
  return [...ofChecks, ...ofUnknowns];
}

// A ledger as checks: each input class has its one recorded case, and the recorded answer is a must. If the sources
// allow several answers, the fact decides.
// This folder holds recorded answers of live AWS: captured, read and compared.

import fc from 'fast-check';
import type { Ledger, LedgerCase } from '../files/ledger-file.js';
import type { Capability } from '../api/target.js';
import { isRequirementId } from '../catalogue/index.js';
import type { Check } from '../run/cases/check.js';
import type { CaseContext, CaseRun } from '../run/cases/case-run.js';
import { answersOf, captureRun, reasonForNothing } from './capture.js';
import { firstDifference, formsDiffer } from './compare-answers.js';

/** Only settled answers can be required. */
export function ledgerChecks({ cases }: Ledger): readonly Check[] {
  const byCheck = new Map<string, LedgerCase[]>();
  for (const each of cases) {
    if (!each.settled) continue;
    const others = byCheck.get(each.check);
    if (others === undefined) byCheck.set(each.check, [each]);
    else others.push(each);
  }
  return [...byCheck].flatMap(([id, own]): readonly Check[] => {
    const [first] = own;
    if (first === undefined || !isRequirementId(first.requirement)) return [];
    return [
      {
        id,
        requirement: first.requirement,
        title: 'answers as recorded',
        level: 'must',
        needs: needsOf(own),
        inputClasses: own.map(({ case: subject }) => ({ id: subject.inputClass, cases: fc.constant(subject) })),
        once: true,
      },
    ];
  });
}

function needsOf(cases: readonly LedgerCase[]): readonly Capability[] {
  const steps = cases.flatMap(({ case: subject }) => subject.steps);
  const kinds = new Set(steps.map(({ operation }) => operation.kind));
  return [
    ...(kinds.has('RawRequest') ? (['wire'] as const) : []),
    ...(kinds.has('UpdateCertificateAuthority') || cases.some(({ case: subject }) => subject.given.includes('ACTIVE'))
      ? (['states'] as const)
      : []),
    ...(kinds.has('RestoreCertificateAuthority') ? (['restore'] as const) : []),
  ];
}

/** Runs a case of the ledger and compares its answers; other cases, such as saved ones, use the default judge. */
export function judgeByLedger({ cases }: Ledger): NonNullable<CaseContext['runCase']> {
  const recorded = new Map(cases.map((each) => [JSON.stringify(each.case), each]));
  return async (context, subject): Promise<CaseRun> => {
    const run = await captureRun(context, subject);
    const known = recorded.get(JSON.stringify(subject));
    if (known === undefined || reasonForNothing(run) !== undefined) return run;
    const answers = answersOf(run);
    const difference = firstDifference(known.answers, answers);
    if (difference === undefined) {
      const notes = formsDiffer(known.answers, answers) ? ['a policy came back in another form than recorded'] : [];
      return { ...run, result: { kind: 'holds', notes } };
    }
    const { at, recorded: expected, found } = difference;
    const guarantee = 'The target answers as recorded.';
    const violation = { guarantee, expected: [expected], actual: found, differences: [] };
    return { ...run, result: { kind: 'violated', at, violation } };
  };
}

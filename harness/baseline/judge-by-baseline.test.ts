// How a baseline classifies the failures of a run, and what a run reports about the entries of a baseline.

import { describe, expect, test } from 'vitest';
import type { BaselineEntry } from '../files/baseline-file.js';
import type { CheckReport, FailureReport, ReplayReport } from '../files/report.js';
import { judgeByBaseline } from './judge-by-baseline.js';

const today = '2026-11-24';

function failure(signature: string): FailureReport {
  const texts = { signature, inputClass: 's', guarantee: 'g', actual: 'a', replay: 'r', aws: 'a', curl: null };
  return { ...texts, program: [], expected: [], differences: [], control: null, history: null };
}

function check(signatures: readonly string[], replayed?: readonly ReplayReport[]): CheckReport {
  const failures = signatures.map((signature) => failure(signature));
  const counts = { observed: 1, required: 1, inputClasses: [], notes: [], reason: null };
  const names = { id: 'c', requirement: 'POL-05', title: 't', level: 'must' } as const;
  const verdict = failures.length === 0 ? 'pass' : 'fail';
  return {
    ...names,
    ...counts,
    verdict,
    failures,
    ...(replayed === undefined ? {} : { replayed: [...replayed] }),
  };
}

function entry(signature: string, given: Partial<BaselineEntry> = {}): BaselineEntry {
  const dates = { firstSeen: '2026-01-01', expires: null };
  const subject = { inputClass: 's', given: ['usable'], steps: [] } as const;
  return { check: 'c', signature, reason: 'r', issue: 'i', ...dates, case: subject, ...given };
}

function judge(
  report: CheckReport,
  entries: readonly BaselineEntry[],
): {
  readonly known: readonly (string | undefined)[];
  readonly kinds: readonly string[];
  readonly knownChecks: number;
} {
  const { checks, baseline } = judgeByBaseline([report], { file: 'f', entries }, today);
  const failures = checks.flatMap((each) => each.failures);
  return {
    known: failures.map((each) => each.known?.state),
    kinds: baseline?.outOfDate.map(({ kind }) => kind) ?? [],
    knownChecks: baseline?.knownChecks ?? -1,
  };
}

describe('a failure', () => {
  test('is known by its very signature', () => {
    expect(judge(check(['s: A']), [entry('s: A')])).toEqual({ known: ['known'], kinds: [], knownChecks: 1 });
  });

  test('is not known by another signature of the same check, and comes before those that are', () => {
    const report = check(['s: A', 's: B']);
    expect(judge(report, [entry('s: A')])).toEqual({ known: [undefined, 'known'], kinds: [], knownChecks: 0 });
  });

  test('is not known by the entry of another check', () => {
    expect(judge(check(['s: A']), [entry('s: A', { check: 'd' })]).known).toEqual([undefined]);
  });

  test('is changed if the case of an entry has this answer now', () => {
    const report = check(['s: B'], [{ signature: 's: A', outcome: 'changed', found: 's: B' }]);
    expect(judge(report, [entry('s: A')])).toEqual({ known: ['changed'], kinds: ['changed'], knownChecks: 1 });
  });

  test('loses what an earlier baseline said of it', () => {
    const { known: _, ...bare } = failure('s: A');
    const marked = { ...bare, known: { state: 'known', reason: 'r', issue: null } as const };
    const { checks } = judgeByBaseline([{ ...check(['s: A']), failures: [marked] }], undefined, today);
    expect(checks[0]?.failures[0]?.known).toBeUndefined();
  });
});

describe('an entry', () => {
  test('that was not met is not out of date', () => {
    expect(judge(check([]), [entry('s: A')]).kinds).toEqual([]);
    expect(judge(check([], [{ signature: 's: A', outcome: 'undecided' }]), [entry('s: A')]).kinds).toEqual([]);
  });

  test('whose case was repeated and passed is', () => {
    const replayed = [{ signature: 's: A', outcome: 'passes' }] as const;
    expect(judge(check([], replayed), [entry('s: A')]).kinds).toEqual(['unexpected-pass']);
    // Another case still fails in this way.
    expect(judge(check(['s: A'], replayed), [entry('s: A')]).kinds).toEqual([]);
  });

  test('holds to the end of the day on which it expires', () => {
    const until = (expires: string): readonly string[] => judge(check(['s: A']), [entry('s: A', { expires })]).kinds;
    expect([until(today), until('2026-11-23')]).toEqual([[], ['expired']]);
  });
});

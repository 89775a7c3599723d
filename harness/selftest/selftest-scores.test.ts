// The decisions of the selftest: scores and exit codes from trials, without running any.

import { success } from '../api/outcome.js';
import { expect, test } from 'vitest';
import type { MutantReport } from '../files/selftest-report.js';
import { mutate } from '../mutants/mutate.js';
import type { Mutant } from '../mutants/mutant.js';
import type { Named } from '../mutants/named.js';
import type { Variant } from '../mutants/variant.js';
import type { Detection } from './detect.js';
import {
  combinationReports,
  controlSurvived,
  decideSelftestExit,
  mutantReports,
  spreadOf,
  variantReports,
} from './selftest-scores.js';
import type { TrialResult, TrialTask } from './selftest-worker.js';

const named = 'put-policy/replaces-the-policy';
const other = 'delete-policy/removes-the-policy';

function mutant(id: string, isControl = false): Named<Mutant> {
  return { id, fault: '', breaks: 'PP-01', killedBy: named, isControl, mutate: mutate(undefined, () => success()) };
}

const killed: Detection = {
  verdict: 'killed',
  calls: 7,
  inputClasses: ['replace/once'],
  noticed: ['replace/once'],
  reason: '',
  throttled: 0,
};
const passed: Detection = { verdict: 'passed', calls: 9, inputClasses: [], noticed: [], reason: '', throttled: 0 };
const unobserved: Detection = {
  verdict: 'not observed',
  calls: 0,
  inputClasses: [],
  noticed: [],
  reason: 'no CA',
  throttled: 0,
};

function trial(
  kind: TrialTask['kind'],
  id: string,
  detections: Readonly<Record<string, Detection>>,
  seed = 1,
): TrialResult {
  return { task: { kind, id, seed, casesPerInputClass: 1 }, detections: new Map(Object.entries(detections)) };
}

function reportOf(...results: readonly TrialResult[]): MutantReport | undefined {
  return mutantReports([mutant('a')], results)[0];
}

/** A report without any problem. */
function perfect(): Parameters<typeof decideSelftestExit>[0] {
  const mutants = [
    ...mutantReports([mutant('a', true)], [trial('kill', 'a', { [named]: killed }), trial('extent', 'a', {})]),
  ];
  return { mutants, variants: [], combinations: [], overHttp: [], isVoid: controlSurvived(mutants) };
}

test('a mutant is killed if the named check notices it with every seed', () => {
  const report = reportOf(
    trial('kill', 'a', { [named]: killed }),
    trial('kill', 'a', { [named]: { ...killed, calls: 3 } }, 2),
  );
  expect(report).toMatchObject({ outcome: 'killed', probability: 1, callsToKill: 7, inputClasses: ['replace/once'] });
});

test.each([
  ['killed at times', [{ [named]: killed }, { [named]: passed, [other]: killed }], 0.5, [other]],
  ['killed by another check', [{ [named]: passed, [other]: killed }], 0, [other]],
  ['vacuous', [{ [named]: unobserved, [other]: passed }], 0, []],
  ['survived', [{ [named]: passed, [other]: passed }], 0, []],
] as const)('a mutant is %s by what its trials say', (outcome, detections, probability, others) => {
  const report = reportOf(...detections.map((each, index) => trial('kill', 'a', each, index + 1)));
  expect(report).toMatchObject({ outcome, probability, others });
});

test('two mutants that are noticed by exactly the same count as one', () => {
  const extent = { [named]: killed, [other]: { ...killed, noticed: ['delete/once', 'delete/twice'] } };
  const reports = mutantReports(
    [mutant('a'), mutant('b'), mutant('c')],
    [
      trial('extent', 'a', extent),
      trial('extent', 'b', { [other]: extent[other], [named]: killed }),
      trial('extent', 'c', { [named]: killed, [other]: killed }),
    ],
  );
  expect(reports.map(({ id, sameAs }) => [id, sameAs])).toEqual([
    ['a', []],
    ['b', ['a']],
    ['c', []],
  ]);
  expect(reports[0]?.noticedBy).toEqual([`${other}: delete/once`, `${other}: delete/twice`, `${named}: replace/once`]);
});

test('a variant shows its false alarms, what was not observed, and how often its calls were resent', () => {
  const variant = { id: 't', freedom: '', permittedBy: 'Q-01', mutate: mutate(undefined, () => success()) } as const;
  const [report] = variantReports(
    [variant],
    [
      trial('variant', 't', { [named]: killed, [other]: { ...passed, throttled: 2 } }),
      trial('variant', 't', { x: unobserved }, 2),
    ],
  );
  expect(report).toMatchObject({
    failures: [`${named}: replace/once`],
    unobserved: ['x: no CA'],
    calls: 16,
    throttled: 2,
  });
});

test('a combination shows its variants, and its false alarms', () => {
  const part = (id: string): Named<Variant> => ({
    id,
    freedom: '',
    permittedBy: 'Q-01',
    mutate: mutate(undefined, () => success()),
  });
  const combination = { id: 't + u', parts: [part('t'), part('u')] } as const;
  const [report] = combinationReports([combination], [trial('combination', 't + u', { [named]: killed })]);
  expect(report).toMatchObject({ variants: ['t', 'u'], failures: [`${named}: replace/once`], calls: 7 });
});

test('the spread is the median of the requirements that fail, with those that fail the most', () => {
  const reports = mutantReports(
    [mutant('a'), mutant('b'), mutant('c'), mutant('d')],
    [
      trial('extent', 'a', { [named]: killed }),
      trial('extent', 'b', { [named]: killed, [other]: { ...killed, inputClasses: ['delete/once'] } }),
      trial('extent', 'c', { [named]: { ...killed, inputClasses: ['replace/twice'] }, [other]: passed }),
    ],
  );
  expect(reports.map(({ requirements }) => requirements)).toEqual([['PP-01'], ['DP-01', 'PP-01'], ['PP-01'], null]);
  expect(spreadOf(reports)).toEqual({
    median: 1,
    worst: [
      { id: 'b', requirements: ['DP-01', 'PP-01'] },
      { id: 'a', requirements: ['PP-01'] },
      { id: 'c', requirements: ['PP-01'] },
    ],
  });
  expect(spreadOf([])).toEqual({ median: null, worst: [] });
});

test('a report without any problem is exit 0', () => {
  expect(decideSelftestExit(perfect())).toMatchObject({ code: 0 });
});

test('a surviving control invalidates the selftest, whatever the other results', () => {
  const reports = mutantReports(
    [mutant('a', true), mutant('b')],
    [trial('kill', 'a', { [named]: passed }), trial('kill', 'b', { [named]: passed })],
  );
  const scores = { ...perfect(), mutants: [...reports], isVoid: controlSurvived(reports) };
  expect(decideSelftestExit(scores)).toEqual({
    code: 7,
    reason: 'a control survived, so the other results are meaningless',
  });
});

const variantThatFails = {
  id: 't',
  freedom: '',
  permittedBy: '',
  failures: ['x: y'],
  unobserved: [],
  calls: 1,
  throttled: 0,
};

test.each([
  ['a mutant that survives', { outcome: 'survived' as const }, {}, '1 mutants were not killed'],
  ['a mutant that is killed at times', { outcome: 'killed at times' as const }, {}, '1 mutants were not killed'],
  ['a mutant that adds nothing', { sameAs: ['z'] }, {}, '1 mutants are noticed by exactly what notices another'],
  ['a variant that fails', {}, { variants: [variantThatFails] }, '1 variants failed'],
  [
    'a combination that fails',
    {},
    { combinations: [{ variants: ['t', 'u', 'v'], failures: ['x: y'], unobserved: [], calls: 1, throttled: 0 }] },
    '1 combinations of variants failed',
  ],
  ['a mutant that survives over HTTP', {}, { overHttp: [{ id: 'a', killed: false }] }, '1 mutants survived over HTTP'],
])('%s is exit 1', (_what, change, scores, reason) => {
  const { mutants, ...rest } = perfect();
  const exit = decideSelftestExit({ ...rest, ...scores, mutants: mutants.map((each) => ({ ...each, ...change })) });
  expect(exit).toEqual({ code: 1, reason: expect.stringContaining(reason) });
});

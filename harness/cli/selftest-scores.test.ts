// The unit of decision of the selftest: scores and exit codes from trials, without running any.

import { expect, test } from 'vitest';
import type { DeviantReport } from '../api/selftest-report.js';
import { bend, success } from '../deviants/bend.js';
import type { Deviant } from '../deviants/deviant.js';
import type { Named } from '../deviants/load.js';
import type { Twin } from '../deviants/twin.js';
import type { Detection } from '../run/detect.js';
import {
  combinationReports,
  controlSurvived,
  decideSelftestExit,
  deviantReports,
  spreadOf,
  twinReports,
} from './selftest-scores.js';
import type { TrialResult, TrialTask } from './selftest-worker.js';

const named = 'put-policy/replaces-the-policy';
const other = 'delete-policy/removes-the-policy';

function deviant(id: string, isControl = false): Named<Deviant> {
  return { id, fault: '', breaks: 'PP-01', killedBy: named, isControl, bend: bend(undefined, () => success()) };
}

const killed: Detection = {
  verdict: 'killed',
  calls: 7,
  strata: ['replace/once'],
  noticed: ['replace/once'],
  reason: '',
  throttled: 0,
};
const passed: Detection = { verdict: 'passed', calls: 9, strata: [], noticed: [], reason: '', throttled: 0 };
const unobserved: Detection = {
  verdict: 'not observed',
  calls: 0,
  strata: [],
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
  return { task: { kind, id, seed, casesPerStratum: 1 }, detections: new Map(Object.entries(detections)) };
}

function reportOf(...results: readonly TrialResult[]): DeviantReport | undefined {
  return deviantReports([deviant('a')], results)[0];
}

/** A report in which everything is as it should be. */
function perfect(): Parameters<typeof decideSelftestExit>[0] {
  const deviants = [
    ...deviantReports([deviant('a', true)], [trial('kill', 'a', { [named]: killed }), trial('extent', 'a', {})]),
  ];
  return { deviants, twins: [], combinations: [], overHttp: [], isVoid: controlSurvived(deviants) };
}

test('a deviant is killed where the named check notices it with every seed', () => {
  const report = reportOf(
    trial('kill', 'a', { [named]: killed }),
    trial('kill', 'a', { [named]: { ...killed, calls: 3 } }, 2),
  );
  expect(report).toMatchObject({ outcome: 'killed', probability: 1, callsToKill: 7, strata: ['replace/once'] });
});

test.each([
  ['killed at times', [{ [named]: killed }, { [named]: passed, [other]: killed }], 0.5, [other]],
  ['killed by another check', [{ [named]: passed, [other]: killed }], 0, [other]],
  ['vacuous', [{ [named]: unobserved, [other]: passed }], 0, []],
  ['survived', [{ [named]: passed, [other]: passed }], 0, []],
] as const)('a deviant is %s by what its trials say', (outcome, detections, probability, others) => {
  const report = reportOf(...detections.map((each, index) => trial('kill', 'a', each, index + 1)));
  expect(report).toMatchObject({ outcome, probability, others });
});

test('two deviants that exactly the same notices count as one', () => {
  const extent = { [named]: killed, [other]: { ...killed, noticed: ['delete/once', 'delete/twice'] } };
  const reports = deviantReports(
    [deviant('a'), deviant('b'), deviant('c')],
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

test('a twin shows its false alarms, what it left unobserved, and how often it was asked again', () => {
  const twin = { id: 't', freedom: '', permittedBy: 'Q-01', bend: bend(undefined, () => success()) } as const;
  const [report] = twinReports(
    [twin],
    [
      trial('twin', 't', { [named]: killed, [other]: { ...passed, throttled: 2 } }),
      trial('twin', 't', { x: unobserved }, 2),
    ],
  );
  expect(report).toMatchObject({
    failures: [`${named}: replace/once`],
    unobserved: ['x: no CA'],
    calls: 16,
    throttled: 2,
  });
});

test('a combination shows what it is made of, and its false alarms', () => {
  const part = (id: string): Named<Twin> => ({
    id,
    freedom: '',
    permittedBy: 'Q-01',
    bend: bend(undefined, () => success()),
  });
  const combination = { id: 't + u', parts: [part('t'), part('u')] } as const;
  const [report] = combinationReports([combination], [trial('combination', 't + u', { [named]: killed })]);
  expect(report).toMatchObject({ twins: ['t', 'u'], failures: [`${named}: replace/once`], calls: 7 });
});

test('the spread is the median of the requirements that fail, with those that fail the most', () => {
  const reports = deviantReports(
    [deviant('a'), deviant('b'), deviant('c'), deviant('d')],
    [
      trial('extent', 'a', { [named]: killed }),
      trial('extent', 'b', { [named]: killed, [other]: { ...killed, strata: ['delete/once'] } }),
      trial('extent', 'c', { [named]: { ...killed, strata: ['replace/twice'] }, [other]: passed }),
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

test('everything as it should be is exit 0', () => {
  expect(decideSelftestExit(perfect())).toMatchObject({ code: 0 });
});

test('a control that survives makes the selftest void, whatever else it says', () => {
  const reports = deviantReports(
    [deviant('a', true), deviant('b')],
    [trial('kill', 'a', { [named]: passed }), trial('kill', 'b', { [named]: passed })],
  );
  const scores = { ...perfect(), deviants: [...reports], isVoid: controlSurvived(reports) };
  expect(decideSelftestExit(scores)).toEqual({
    code: 7,
    reason: 'a control survived, so that the rest means nothing',
  });
});

const twinThatFails = {
  id: 't',
  freedom: '',
  permittedBy: '',
  failures: ['x: y'],
  unobserved: [],
  calls: 1,
  throttled: 0,
};

test.each([
  ['a deviant that survives', { outcome: 'survived' as const }, {}, '1 deviants were not killed'],
  ['a deviant that is killed at times', { outcome: 'killed at times' as const }, {}, '1 deviants were not killed'],
  ['a deviant that adds nothing', { sameAs: ['z'] }, {}, '1 deviants are noticed by exactly what notices another'],
  ['a twin that fails', {}, { twins: [twinThatFails] }, '1 twins failed'],
  [
    'a combination that fails',
    {},
    { combinations: [{ twins: ['t', 'u', 'v'], failures: ['x: y'], unobserved: [], calls: 1, throttled: 0 }] },
    '1 combinations of twins failed',
  ],
  [
    'a deviant that survives over HTTP',
    {},
    { overHttp: [{ id: 'a', killed: false }] },
    '1 deviants survived over HTTP',
  ],
])('%s is exit 1', (_what, change, scores, reason) => {
  const { deviants, ...rest } = perfect();
  const exit = decideSelftestExit({ ...rest, ...scores, deviants: deviants.map((each) => ({ ...each, ...change })) });
  expect(exit).toEqual({ code: 1, reason: expect.stringContaining(reason) });
});

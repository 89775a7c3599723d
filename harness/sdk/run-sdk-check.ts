// Runs one check on a driver: its cases class by class, the failing ones shrunk, and one verdict.

import { firstCheckId } from '../api/former-check-ids.js';
import fc from 'fast-check';
import type { CheckReport, FailureReport, InputClassReport } from '../files/report.js';
import type { Protocol } from '../api/protocol.js';
import type { SdkCase, SdkObservation } from '../api/sdk-case.js';
import { streamSeed } from '../run/cases/seed.js';
import { describeSdkFailure } from './describe-sdk-failure.js';
import { violated, type SdkFinding } from './finding.js';
import {
  protocolsOf,
  sdkLevelOf,
  type SdkCheck,
  type SdkInputClass,
  type FailingCase,
  type SdkPlan,
  reportedCheck,
} from './sdk-check.js';
import { conclude } from '../run/cases/conclude.js';
import { emptyReport } from '../results/check-report.js';

/** Cases of one class that are tried to find a shorter one that fails too. */
const maxShrinkingCases = 120;

/** Rejects with DriverFault if the driver breaks the protocol. */
export async function runSdkCheck(check: SdkCheck, plan: SdkPlan): Promise<CheckReport> {
  // All of them end before the run does, also if one of them rejects.
  const settled = await Promise.allSettled(
    protocolsOf(check, plan.protocols).flatMap((protocol) =>
      check.inputClasses.map((inputClass) => plan.inTurn(() => runInputClass(check, { inputClass, protocol }, plan))),
    ),
  );
  const inputClasses = settled.map((each) => {
    if (each.status === 'rejected') throw each.reason;
    return each.value;
  });
  const failures = inputClasses.flatMap(({ failing }) => (failing === undefined ? [] : [failing]));
  const reports = failures.map((failing) => describeSdkFailure(check, failing, plan));
  return {
    ...emptyReport(reportedCheck(check, plan.protocols), 'pass', null),
    ...concludeCheck(check, inputClasses, reports),
    observed: inputClasses.reduce((sum, { report }) => sum + report.observed, 0),
    inputClasses: inputClasses.map(({ report }) => report),
  };
}

interface InputClassOutcome {
  readonly report: InputClassReport;
  readonly failing: FailingCase | undefined;
  /** Results that were acceptable but not preferred. */
  readonly notes: readonly string[];
  /** What kept a case from being observed. */
  readonly shortfall: { readonly kind: 'vacuous' | 'unsupported'; readonly reason: string } | undefined;
}

async function runInputClass(
  check: SdkCheck,
  { inputClass, protocol }: { readonly inputClass: SdkInputClass; readonly protocol: Protocol },
  plan: SdkPlan,
): Promise<InputClassOutcome> {
  const { cases, runs = 1 } = inputClass;
  const id = protocol === 'json' ? inputClass.id : `${inputClass.id} (cbor)`;
  const report = { id, cases: 0, observed: 0, rejected: 0, distinct: 0 };
  let failing: FailingCase | undefined;
  let shortfall: InputClassOutcome['shortfall'];
  const notes = new Set<string>();
  let shrinking = 0;
  let thrown: { readonly error: unknown } | undefined;
  const observe = async (subject: SdkCase): Promise<boolean> => {
    const observation = await plan.observe(subject, protocol);
    const finding = findingOf(check, observation);
    if (failing === undefined) count(report, finding);
    if (finding.kind === 'holds' && finding.note !== undefined) notes.add(`${id}: ${finding.note}`);
    if (finding.kind === 'violated') failing = { inputClass: id, observation, finding };
    if (finding.kind === 'unobserved') shortfall ??= { kind: 'vacuous', reason: `${id}: ${finding.reason}` };
    if (finding.kind === 'unsupported') shortfall ??= { kind: 'unsupported', reason: finding.reason };
    return finding.kind !== 'violated';
  };
  const property = fc.asyncProperty(cases, async (subject) => {
    if (thrown !== undefined || (failing !== undefined && ++shrinking > maxShrinkingCases)) return true;
    try {
      return await observe(subject);
    } catch (error) {
      // An exception in a case is a fault of the driver or of the suite, and is not shrunk.
      thrown = { error };
      return true;
    }
  });
  await fc.check(property, {
    seed: streamSeed(plan.seed, 'sdk', firstCheckId(check.id), inputClass.id),
    numRuns: runs,
  });
  if (thrown !== undefined) throw thrown.error;
  report.distinct = report.cases;
  return { report, failing, notes: [...notes], shortfall };
}

function count(report: { cases: number; observed: number; rejected: number }, { kind }: SdkFinding): void {
  report.cases += 1;
  if (kind === 'holds' || kind === 'violated') report.observed += 1;
  else report.rejected += 1;
}

/** A client that crashed violates whatever the case is about; what its driver does not support was not judged. */
function findingOf(check: SdkCheck, observation: SdkObservation): SdkFinding {
  const { answers, crash } = observation;
  if (crash !== undefined) {
    const printed = crash.printed.map((line) => `the client printed: ${line}`);
    return violated('an answer to the call', `the process of the client ended: ${crash.ending}`, printed);
  }
  const refused = answers.find((answer) => answer.type === 'unsupported');
  return refused === undefined ? check.judge(observation) : { kind: 'unsupported', reason: refused.reason };
}

function concludeCheck(
  check: SdkCheck,
  inputClasses: readonly InputClassOutcome[],
  failures: readonly FailureReport[],
): Pick<CheckReport, 'verdict' | 'reason' | 'notes' | 'failures'> {
  const missed = inputClasses.flatMap(({ shortfall }) => shortfall ?? []);
  const gravest = missed.find(({ kind }) => kind === 'vacuous') ?? missed[0];
  const { verdict, reason, ...found } = conclude({
    level: sdkLevelOf(check),
    failures,
    remarkOf: ({ inputClass, actual, expected }) => `${inputClass}: ${actual}; expected ${expected.join(' or ')}`,
    notes: inputClasses.flatMap(({ notes }) => notes),
    // A difference is worth more than incomplete observation.
    missing:
      gravest === undefined || failures.length > 0 ? undefined : { verdict: gravest.kind, reason: gravest.reason },
    differing: 'the client differs from what no source obliges it to, which can neither fail nor pass it',
  });
  return { verdict, reason: reason ?? null, notes: [...found.notes], failures: [...found.failures] };
}

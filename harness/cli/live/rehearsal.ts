// Rehearses a run on the reference service, in process and on a virtual clock, to count the calls it will make.

import { acceptedPolicy } from '../../../generators/policy-templates.js';
import { hostInProcess } from '../../emulator/in-process.js';
import type { Target } from '../../api/target.js';
import { authorityLimits } from '../../live/live-run.js';
import { leaseTags } from '../../live/tags.js';
import { recordCorpus, type CaseToRecord } from '../../ledger/record.js';
import type { Check } from '../../run/cases/check.js';
import type { Clock } from '../../run/session/clock.js';
import { beginCheck, turnsInOrder } from '../../run/cases/run-check.js';
import type { Judging, Selection, TargetConfig } from '../../run/session/run-config.js';
import { builtinService } from '../../run/session/open-target.js';
import { createCaseSession } from '../../run/cases/case-session.js';
import { createServiceTarget } from '../../targets/service-target.js';
import { createWireTarget } from '../../targets/wire-target.js';
import { handleDirectly } from '../../api/overlap.js';
import type { SessionOptions } from '../../run/session/session.js';
import { createVirtualClock } from '../../run/session/virtual-clock.js';

interface RehearsalConfig {
  readonly target: TargetConfig;
  readonly selection: Selection;
  readonly judging: Judging;
}

/** How many calls of each operation the checks make on a conforming service. */
export async function rehearse(
  config: RehearsalConfig,
  checks: readonly Check[],
): Promise<ReadonlyMap<string, number>> {
  const calls = new Map<string, number>();
  const overlapping = checks.filter(({ needs = [] }) => needs.includes('concurrency'));
  const others = checks.filter((check) => !overlapping.includes(check));
  const { seed, runs } = config.selection;
  const scene = createScene(config);
  for (const [target, own] of [
    [scene.wire, others],
    [scene.overlapping, overlapping],
  ] as const) {
    if (own.length === 0) continue;
    const { clock } = scene;
    const session = createCaseSession({ ...sessionOptions(config), clock, target: counting(target, calls) });
    await session.probe();
    for (const check of own) {
      const run = beginCheck(session, check, { seed, casesPerInputClass: runs, shrinks: false }, () => {});
      for (const takeTurn of turnsInOrder(run)) await takeTurn();
    }
    await session.close();
  }
  return calls;
}

/** The same for the corpus, which is captured twice. */
export async function rehearseCorpus(
  config: RehearsalConfig,
  corpus: readonly CaseToRecord[],
): Promise<ReadonlyMap<string, number>> {
  const calls = new Map<string, number>();
  const { wire, clock } = createScene(config);
  const session = createCaseSession({ ...sessionOptions(config), clock, target: counting(wire, calls) });
  await session.probe();
  await recordCorpus(corpus, { context: session, concurrency: 1, onCase: () => {} });
  await session.close();
  return calls;
}

/** Everything uses one clock, which moves only when somebody waits. */
function createScene(config: RehearsalConfig): {
  readonly wire: Target;
  readonly overlapping: Target;
  readonly clock: Clock;
} {
  const clock = createVirtualClock(Date.UTC(2026, 0, 1));
  const { service } = builtinService(config.target.region, config.judging.modelRevision);
  const common = { name: 'rehearsal', region: config.target.region, nowMs: clock.nowMs };
  const gated = createServiceTarget({ ...common, service, intercept: handleDirectly, delay: clock.pause });
  return {
    wire: createWireTarget({ ...common, wire: hostInProcess(service), pass: clock.advance }),
    // A schedule is run once, as over a network, and not in every order.
    overlapping: { ...gated, isGated: false },
    clock,
  };
}

/** Without a rate and budgets, which would limit real time. */
function sessionOptions({ judging }: RehearsalConfig): Omit<SessionOptions, 'target' | 'clock'> {
  return {
    config: { judging: { ...judging, capabilities: {}, granteeAccount: undefined, organization: undefined } },
    authorities: { creates: true, tags: leaseTags('pca-rehearsal', 0), ...authorityLimits },
    runId: 'pca-rehearsal',
    acceptedPolicy,
    onEvent: () => {},
  };
}

function counting(target: Target, calls: Map<string, number>): Target {
  const count = (kind: string): void => void calls.set(kind, (calls.get(kind) ?? 0) + 1);
  const { sendRaw } = target;
  return {
    ...target,
    call(operation, options) {
      count(operation.kind);
      return target.call(operation, options);
    },
    ...(sendRaw === undefined
      ? {}
      : {
          sendRaw(request, options) {
            count(request.kind);
            return sendRaw(request, options);
          },
        }),
  };
}

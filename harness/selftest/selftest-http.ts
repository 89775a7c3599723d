// The part of the selftest that uses real sockets: faults must also be noticed through the SDK and over the wire.

import { acceptedPolicy } from '../../generators/policy-templates.js';
import { allChecks } from '../../suites/all-checks.js';
import type { SelftestReport } from '../files/selftest-report.js';
import { newestModelRevision } from '../api/service-model.js';
import type { Mutant } from '../mutants/mutant.js';
import type { Named } from '../mutants/named.js';
import { systemClock } from '../run/session/clock.js';
import { detect } from './detect.js';
import { openTarget } from '../run/session/open-target.js';
import { casesPerInputClass, defaults } from '../run/session/run-config.js';
import { knownGrantees, wireOf } from './selftest-target.js';
import { startWireServer } from './wire-server.js';

export async function judgeOverHttp(mutants: readonly Named<Mutant>[]): Promise<SelftestReport['overHttp']> {
  const results: SelftestReport['overHttp'] = [];
  for (const mutant of mutants) results.push({ id: mutant.id, killed: await isKilledOverHttp(mutant) });
  return results;
}

async function isKilledOverHttp(mutant: Mutant): Promise<boolean> {
  const { killedBy } = mutant;
  const server = await startWireServer(wireOf(mutant));
  try {
    const choice = { kind: 'http', url: server.url } as const;
    const target = await openTarget({ ...defaults.target, choice }, newestModelRevision);
    const trial = {
      target,
      clock: systemClock,
      seed: 1,
      casesPerInputClass: casesPerInputClass.smoke,
      acceptedPolicy,
      ...knownGrantees,
      // The server does not lag, and a fault that looks like lag would cause repeated waits.
      settleMs: 100,
    };
    const named = allChecks.filter(({ id }) => id === killedBy);
    const detections = await detect(trial, named);
    return detections.get(killedBy)?.verdict === 'killed';
  } finally {
    await server.close();
  }
}

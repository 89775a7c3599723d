// The part of the selftest that goes over real sockets: a fault must be seen through the SDK and the wire too.

import { acceptedPolicy } from '../../generators/policy-templates.js';
import { allChecks } from '../../suites/all-checks.js';
import type { SelftestReport } from '../api/selftest-report.js';
import { newestModelRevision } from '../api/service-model.js';
import type { Deviant } from '../deviants/deviant.js';
import type { Named } from '../deviants/load.js';
import { systemClock } from '../run/clock.js';
import { detect } from '../run/detect.js';
import { openTarget } from '../run/open-target.js';
import { casesPerStratum, defaults } from '../run/run-config.js';
import { wireOf } from './selftest-target.js';
import { startWireServer } from './wire-server.js';

export async function judgeOverHttp(deviants: readonly Named<Deviant>[]): Promise<SelftestReport['overHttp']> {
  const results: SelftestReport['overHttp'] = [];
  for (const deviant of deviants) results.push({ id: deviant.id, killed: await isKilledOverHttp(deviant) });
  return results;
}

async function isKilledOverHttp(deviant: Deviant): Promise<boolean> {
  const { killedBy } = deviant;
  const server = await startWireServer(wireOf(deviant));
  try {
    const target = openTarget({
      ...defaults,
      modelRevision: newestModelRevision,
      target: 'trial',
      targetUrl: server.url,
    });
    const trial = {
      target,
      clock: systemClock,
      seed: 1,
      casesPerStratum: casesPerStratum.smoke,
      acceptedPolicy,
      // The server does not lag, and a fault that looks like lag would be waited for again and again.
      settleMs: 100,
    };
    const named = allChecks.filter(({ id }) => id === killedBy);
    const detections = await detect(trial, named);
    return detections.get(killedBy)?.verdict === 'killed';
  } finally {
    await server.close();
  }
}

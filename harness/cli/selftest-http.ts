// The part of the selftest that goes over real sockets: a fault must be seen through the SDK and the wire too.

import { acceptedPolicy } from '../../generators/policy-templates.js';
import { allChecks } from '../../suites/all-checks.js';
import type { SelftestReport } from '../api/selftest-report.js';
import { newestModelRevision } from '../api/service-model.js';
import type { Deviant } from '../deviants/deviant.js';
import type { Named } from '../deviants/load.js';
import { startEmulator } from '../emulator/emulator.js';
import { systemClock } from '../run/clock.js';
import { detect } from '../run/detect.js';
import { builtinService, openTarget } from '../run/open-target.js';
import { casesPerStratum, defaults } from '../run/run-config.js';

export async function judgeOverHttp(deviants: readonly Named<Deviant>[]): Promise<SelftestReport['overHttp']> {
  const results: SelftestReport['overHttp'] = [];
  for (const deviant of deviants) results.push({ id: deviant.id, killed: await isKilledOverHttp(deviant) });
  return results;
}

async function isKilledOverHttp({ bend, killedBy }: Named<Deviant>): Promise<boolean> {
  const choice = { ...defaults, modelRevision: newestModelRevision, target: 'trial' };
  const { service, caller } = builtinService(choice);
  const emulator = await startEmulator({ service: bend(service), ...caller, nowMs: () => Date.now() });
  try {
    const target = openTarget({ ...choice, targetUrl: emulator.url });
    const trial = {
      target,
      clock: systemClock,
      seed: 1,
      casesPerStratum: casesPerStratum.smoke,
      acceptedPolicy,
      // The emulator does not lag, and a fault that looks like lag would be waited for again and again.
      settleMs: 100,
    };
    const detections = await detect(
      trial,
      allChecks.filter(({ id }) => id === killedBy),
    );
    return detections.get(killedBy)?.verdict === 'killed';
  } finally {
    await emulator.close();
  }
}

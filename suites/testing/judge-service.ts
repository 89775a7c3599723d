// Runs one check against a service or a target in process, with few cases of each input class.

import { acceptedPolicy } from '../../generators/policy-templates.js';
import { presetPrincipals } from '../../harness/api/principal.js';
import type { Service } from '../../harness/api/service.js';
import type { Target } from '../../harness/api/target.js';
import type { Check } from '../../harness/run/cases/check.js';
import type { NamedGrantees } from '../../harness/api/grantees.js';
import { systemClock, type Clock } from '../../harness/run/session/clock.js';
import { runCheck, type CheckResult } from '../../harness/run/cases/run-check.js';
import { createCaseSession } from '../../harness/run/cases/case-session.js';
import { createClientMockTarget } from '../../harness/targets/client-mock.js';
import { defaults } from '../../harness/run/session/run-config.js';

/** The account of the services. */
const owner = '111122223333';

export function isAboutAccess({ id }: Check): boolean {
  return id.startsWith('access/');
}

export function judgeService(service: Service<unknown>, check: Check): Promise<CheckResult> {
  const common = { name: 'service', region: 'us-east-1', service };
  // Grantees that exist have to be accepted, so the others are judged without principals.
  const principals = isAboutAccess(check) ? presetPrincipals({ partition: 'aws', account: owner }) : undefined;
  return judgeTarget(createClientMockTarget({ ...common, principals }), systemClock, check);
}

/** Judges a target in process. `grantees` are those that exist for it. */
export async function judgeTarget(
  target: Target,
  clock: Clock,
  check: Check,
  grantees: NamedGrantees = {},
): Promise<CheckResult> {
  const session = createCaseSession({
    config: {
      judging: {
        ...defaults.judging,
        settleMs: 0,

        ...grantees,
      },
    },
    target,
    runId: 'judged',
    acceptedPolicy,
    clock,
    onEvent: () => {},
  });
  await session.probe();
  // Call sequences and schedules vary too much for one case, and a check with one input class needs a second case to
  // show what fails at the second call.
  const isDrawn = check.phase === 'sequences' || check.phase === 'waves';
  const casesPerInputClass = isDrawn || check.inputClasses.length === 1 ? 4 : 1;
  const result = await runCheck(session, check, { seed: 1, casesPerInputClass }, () => {});
  await session.close();
  return result;
}

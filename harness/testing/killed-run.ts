// A minimal run on live AWS in a separate process, for tests that kill it: creates CAs, borrows those that are named, puts
// policies, tears down. Its arguments are the folder of the journals, the id of the run, and the ARNs.

import { acceptedPolicy } from '../../generators/policy-templates.js';
import { newestModelRevision } from '../api/service-model.js';
import { openLiveRun } from '../live/open-live-run.js';
import { systemClock } from '../run/session/clock.js';
import { makeTarget } from '../run/session/open-target.js';
import { defaults } from '../run/session/run-config.js';
import { createSession } from '../run/session/session.js';

const [journalFolder = '', runId = '', ...caArns] = process.argv.slice(2);
const modelRevision = newestModelRevision;
// Reads lag for less than twice this time.
const settleMs = 50;
const config = {
  target: { ...defaults.target, choice: { kind: 'aws' } },
  judging: { ...defaults.judging, settleMs },
  live: { account: '111122223333', createsAuthorities: true, caArns, journalFolder, untilMs: Date.now() + 3_600_000 },
} as const;
const live = await openLiveRun(config, runId, systemClock);
const session = createSession({
  config,
  target: await makeTarget(config.target, modelRevision),
  runId,
  acceptedPolicy,
  clock: systemClock,
  onEvent: () => {},
  authorities: live?.authorities,
  provided: live?.provided,
});
await session.probe();
for (const given of ['usable', 'usable', 'ACTIVE'] as const) {
  const { arn } = await session.pool.lease(given, { fresh: given === 'ACTIVE' });
  await session.caller.call({
    kind: 'PutPolicy',
    input: { ResourceArn: arn, Policy: acceptedPolicy.replaceAll('{{ca0.arn}}', arn) },
  });
}
const leftovers = await session.close();
live?.close(leftovers.length === 0);
process.stdout.write(JSON.stringify(leftovers));

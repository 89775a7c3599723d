// Measures how much of the permitted call rate a run on live AWS uses, on a stand-in that keeps the
// documented quotas: `node dist/harness/cli/live/live-rate.bench.js [cases]`. The aim is 0.9 of the rate for the operation that is
// called most, and no ThrottlingException.

import { acceptedPolicy } from '../../../generators/policy-templates.js';
import { corpusOf } from '../../../suites/recorded-corpus.js';
import { awsRate } from '../../api/quotas.js';
import { newestModelRevision } from '../../api/service-model.js';
import { recordCorpus } from '../../ledger/record.js';
import { systemClock } from '../../run/session/clock.js';
import { openLiveTarget } from '../../run/session/open-target.js';
import { defaults } from '../../run/session/run-config.js';
import { createCaseSession } from '../../run/cases/case-session.js';
import { account, region, startTestStandIn } from '../../testing/aws-stand-in.js';

const cases = Number(process.argv[2] ?? 40);
const { concurrency } = defaults.budget;
const standIn = await startTestStandIn({ keepsQuotas: true, visibilityLagMs: 100 });
process.env['PCA_TEST_STAND_IN'] = standIn.url;
const modelRevision = newestModelRevision;
const live = { account, createsAuthorities: true, caArns: [], journalFolder: '', untilMs: 0 };
const session = createCaseSession({
  config: {
    judging: defaults.judging,
    budget: { concurrency, rate: awsRate },
    live,
  },
  target: await openLiveTarget(region),
  runId: 'pca-0123456789ab',
  acceptedPolicy,
  clock: systemClock,
  onEvent: () => {},
});
await session.probe();
const corpus = corpusOf(modelRevision).filter(({ check }) => check.startsWith('policy-content/'));
const before = new Map(standIn.requests);
const startedMs = systemClock.nowMs();
await recordCorpus(corpus.slice(0, cases), { context: session, concurrency: 2 * concurrency, onCase: () => {} });
const seconds = (systemClock.nowMs() - startedMs) / 1_000;
const counts = [...standIn.requests].map(([name, count]) => [name, count - (before.get(name) ?? 0)] as const);
const [busiest = 'nothing', calls = 0] = counts.sort(([, one], [, other]) => other - one)[0] ?? [];
const share = calls / seconds / awsRate;
process.stdout.write(
  `${busiest}: ${calls} calls in ${seconds.toFixed(1)} s, ${share.toFixed(2)} of ${awsRate} a second; throttled ${standIn.throttledCount()}; ` +
    `the bill is ${standIn.billUsd().toFixed(4)} USD\n`,
);
await session.close();
await standIn.close();

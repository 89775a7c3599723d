// Hands every check to vitest, which hosts the run: one test for each check, in order, on one target.

import { join } from 'node:path';
import { afterAll, beforeAll, inject, test } from 'vitest';
import { acceptedPolicy } from '../generators/policy-templates.js';
import { systemClock } from '../harness/run/session/clock.js';
import { openEventLog } from '../harness/files/event-log.js';
import { judgeByLedger, ledgerChecks } from '../harness/ledger/ledger-checks.js';
import { readLedger } from '../harness/ledger/read-ledger.js';
import { openLiveRun } from '../harness/live/open-live-run.js';
import { makeTarget } from '../harness/run/session/open-target.js';
import { joinHost } from '../harness/host/host-link.js';
import { beginTracing } from '../harness/run/session/tracing.js';
import { selectChecks } from '../harness/run/cases/select-checks.js';
import { createSuiteRun } from '../harness/host/suite-run.js';
import { checksOf } from './all-checks.js';

const { config, runId, suiteVersion } = inject('hostedRun');
const host = joinHost(runId);
const live = await openLiveRun(config, runId, systemClock);
const logOptions = { redactor: live?.redactor, goesOn: config.resumption !== undefined };
const log = openEventLog(join(config.outDir, 'events.ndjson'), logOptions);
const ledger = config.against === undefined ? undefined : readLedger(config.against);
const allChecks = ledger === undefined ? checksOf(config.modelRevision) : ledgerChecks(ledger);
const checks = selectChecks(allChecks, config);
const tracing = beginTracing(await makeTarget(config), { ...config, redactor: live?.redactor }, systemClock);
const run = createSuiteRun({
  config,
  runId,
  suiteVersion,
  allChecks,
  target: tracing.target,
  exchangeOf: tracing.exchangeOf,
  acceptedPolicy,
  clock: systemClock,
  signal: host.signal,
  log,
  authorities: live?.authorities,
  loan: live?.loan,
  redactor: live?.redactor,
  // A recorded case is compared as it is: a smaller one was never recorded.
  ...(ledger === undefined ? {} : { runCase: judgeByLedger(ledger), shrinks: false }),
  onProgress: (progress) => host.report(progress),
});

// The checks go through the phases of the run together; each test waits for the report of its own.
beforeAll(() => run.start(checks));

afterAll(async ({}, file) => {
  const session = await run.finish();
  file.meta.session = { ...session, exchangesLeftOut: tracing.leftOut() };
  live?.close(session.leftovers.length === 0);
  tracing.close();
  log.close();
  host.leave();
});

for (const check of checks) {
  test(`${check.requirement} ${check.title}`, async ({ task }) => {
    const report = await run.reportOf(check);
    task.meta.check = report;
    // Only for vitest's own view of the run: what users see comes from the report.
    if (report.verdict === 'fail') throw new Error(report.failure?.signature ?? 'The check failed.');
  });
}

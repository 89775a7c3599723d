// Hands every check to vitest, which hosts the run: one test for each check, in order, on one target.

import { join } from 'node:path';
import { afterAll, beforeAll, inject, test } from 'vitest';
import { acceptedPolicy } from '../generators/policy-templates.js';
import { systemClock } from '../harness/run/clock.js';
import { openEventLog } from '../harness/run/event-log.js';
import { openTarget } from '../harness/run/open-target.js';
import { joinHost } from '../harness/run/host-link.js';
import { selectChecks } from '../harness/run/select-checks.js';
import { createSuiteRun } from '../harness/run/suite-run.js';
import { checksOf } from './all-checks.js';

const { config, runId } = inject('hostedRun');
const host = joinHost(runId);
const log = openEventLog(join(config.outDir, 'events.ndjson'));
const target = openTarget(config);
const run = createSuiteRun({ config, runId, target, acceptedPolicy, clock: systemClock, signal: host.signal, log });

beforeAll(() => run.start());

afterAll(async ({}, file) => {
  file.meta.session = await run.finish();
  log.close();
  host.leave();
});

// One at a time where that makes the order of calls a matter of the seed alone.
const declare = config.concurrency > 1 ? test.concurrent : test;

for (const check of selectChecks(checksOf(config.modelRevision), config)) {
  declare(`${check.requirement} ${check.title}`, async ({ task }) => {
    host.report({ check: check.id, calls: run.callCount() });
    const report = await run.run(check);
    task.meta.check = report;
    // Only for vitest's own view of the run: what users see comes from the report.
    if (report.verdict === 'fail') throw new Error(report.failure?.signature ?? 'The check failed.');
  });
}

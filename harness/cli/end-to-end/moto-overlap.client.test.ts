// moto under overlapping calls: the verdict is the same each time.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acceptedPolicy } from '../../../generators/policy-templates.js';
import { concurrencyChecks } from '../../../suites/concurrency.js';
import { systemClock } from '../../run/session/clock.js';
import { detectOverlap } from '../../selftest/detect-overlap.js';
import { defaults } from '../../run/session/run-config.js';
import { createEndpointTarget } from '../../targets/endpoint.js';
import { findMoto, startMoto, type MotoServer } from '../../testing/moto-server.js';

const runs = 10;

const path = findMoto();
const isRequired = process.env['CI'] === 'true';
const isSkipped = path === undefined && !isRequired;
const reason = isSkipped ? ' (skipped: it is not installed, see npm run install:moto)' : '';

describe.skipIf(isSkipped)(`moto${reason}`, () => {
  let moto: MotoServer;

  beforeAll(async () => {
    if (path === undefined) throw new Error('moto is required where CI=true; run .ci/install-moto.');
    moto = await startMoto(path);
  });

  afterAll(() => moto?.stop());

  test.each(['concurrency/answers-a-burst-of-puts', 'concurrency/shows-changes-within-the-bound'])(
    'gets the same verdict by %s in each of ten runs',
    async (id) => {
      const verdicts: string[] = [];
      for (let run = 1; run <= runs; run += 1) verdicts.push(await verdictOf(moto.url, id));
      // A dictionary in one process: each call takes effect at one moment.
      expect(verdicts).toEqual(Array.from({ length: runs }, () => 'passed'));
    },
  );
});

async function verdictOf(url: string, id: string): Promise<string> {
  const credentials = { accessKeyId: defaults.target.accessKey, secretAccessKey: defaults.target.secretKey };
  const detection = await detectOverlap(
    {
      target: createEndpointTarget({ name: url, url, region: defaults.target.region, credentials }),
      clock: systemClock,
      seed: 1,
      casesPerInputClass: 1,
      acceptedPolicy,
      consistency: 'linearizable',
      settleMs: defaults.judging.settleMs,
      // On a busy machine fifty calls at once take their time.
      callTimeoutMs: 30_000,
    },
    concurrencyChecks.filter((check) => check.id === id),
  );
  if (detection.kind === 'killed') return `killed by ${detection.failure.inputClass}`;
  return detection.shortfalls.length === 0 ? detection.kind : detection.shortfalls.join(', ');
}

// The published results of the clients match their behaviour. The AWS CLI is left out: it starts a process for each call,
// which takes six minutes for all checks.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { resultsSchema, type Report } from '../../files/report.js';
import { shippedDrivers, commandOf, skippedBecause } from '../../drivers/testing/shipped-drivers.js';
import { readResults, test } from '../../testing/cli-test.js';
import { runCli } from '../../testing/run-cli.js';

const judged = shippedDrivers.flatMap((driver) => {
  const { published } = driver;
  const isJudged = published !== undefined && published !== 'sdk-aws-cli.json';
  return isJudged ? [[driver.name + skippedBecause(driver), driver, published] as const] : [];
});

function verdictsOf({ checks }: Report): Readonly<Record<string, string>> {
  return Object.fromEntries(checks.map(({ id, verdict }) => [id, verdict]));
}

describe.each(judged)('%s', (name, driver, published) => {
  test.concurrent('does what is published', async ({ folder, skip }) => {
    skip(name !== driver.name, name);
    const file = new URL(`../../../reports/published/${published}`, import.meta.url);
    const known = resultsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    const args = ['sdk', '--driver', commandOf(driver), '--seed', '1', '--quiet', '--out', 'out'];
    const { code, stderr } = await runCli(args, { cwd: folder });
    expect({ code, stderr }).toEqual({ code: known.exit.code, stderr: '' });
    const now = readResults(join(folder, 'out'));
    expect(now.target.name).toBe(known.target.name);
    expect(verdictsOf(now)).toEqual(verdictsOf(known));
  });
});

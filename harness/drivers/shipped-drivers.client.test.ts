// Runs `driver check` on every shipped driver. A driver whose requirements are not installed is skipped, except with CI=true.

import { describe, expect, test } from 'vitest';
import type { StartDriver } from '../api/driver.js';
import { checkDriver, type StepResult } from './check-driver.js';
import { driverCommand } from './child-process.js';
import { commandOf, shippedDrivers, skippedBecause } from './testing/shipped-drivers.js';

/**
 * From the endpoint rules of the service for aws, aws-cn and aws-us-gov, whose standard endpoints are the FIPS ones.
 * Source: https://github.com/boto/botocore, data/acm-pca/2017-08-22/endpoint-rule-set-1.json
 */
const endpoints = [
  ['us-east-1', false, false, 'acm-pca.us-east-1.amazonaws.com'],
  ['us-east-1', true, false, 'acm-pca-fips.us-east-1.amazonaws.com'],
  ['cn-north-1', false, false, 'acm-pca.cn-north-1.amazonaws.com.cn'],
  ['us-gov-west-1', true, false, 'acm-pca.us-gov-west-1.amazonaws.com'],
] as const;

async function findingsOf(start: StartDriver): Promise<readonly StepResult[]> {
  const findings: StepResult[] = [];
  await checkDriver(start, (finding) => findings.push(finding));
  return findings;
}

describe.each(shippedDrivers.map((each) => [each.name + skippedBecause(each), each] as const))('%s', (name, driver) => {
  const { sdk, notOffered } = driver;
  const command = commandOf(driver);

  test.skipIf(name !== driver.name)('follows the protocol', async () => {
    const findings = await findingsOf(driverCommand(command));
    expect(findings.filter(({ kind }) => kind === 'problem')).toEqual([]);
    expect(findings.at(-1)?.name).toBe('bye');
    const leftOut = findings
      .filter(({ kind }) => kind === 'not-offered')
      .map(({ message: why }) => /"(.*)"/.exec(why)?.[1]);
    expect(leftOut).toEqual(notOffered);
  });

  test.skipIf(name !== driver.name)('names its SDK and the endpoints that it computes', async () => {
    const running = await driverCommand(command)();
    const { name: sdkName, version } = running.hello.sdk;
    expect(`${sdkName} ${version}`).toMatch(sdk);
    for (const [region, useFips, useDualStack, host] of notOffered.includes('endpoints') ? [] : endpoints) {
      const answer = await running.endpointFor({ region, useFips, useDualStack });
      const url = answer.type === 'ok' ? String(answer.output['url']) : '';
      expect(url === '' ? answer : new URL(url).host, region).toBe(host);
    }
    await running.close();
  });
});

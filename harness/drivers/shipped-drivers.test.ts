// Every driver that is shipped, tried for real. What a driver needs and is not at hand is skipped by name; where CI=true all
// are required.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { DriverCapability, StartDriver } from '../api/driver.js';
import { shellQuote } from '../api/shell-quote.js';
import { checkDriver, type StepFinding } from './check-driver.js';
import { driverCommand } from './child-process.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const drivers = join(root, 'harness/drivers');
const built = join(root, '.cache/drivers');
const clients = join(root, '.cache/clients/bin');
const compiled = join(root, 'dist/harness/drivers/javascript/javascript-driver.js');

interface ShippedDriver {
  readonly name: string;
  readonly words: readonly string[];
  /** What has to be there, and what brings it. */
  readonly needs: readonly (readonly [path: string, fix: string])[];
  readonly sdk: RegExp;
  readonly notOffered: readonly DriverCapability[];
}

const shipped: readonly ShippedDriver[] = [
  {
    name: 'the AWS SDK for JavaScript, as the suite has it',
    words: [process.execPath, compiled],
    needs: [[compiled, 'npm run build']],
    sdk: /^@aws-sdk\/client-acm-pca 3\.523\.0$/,
    notOffered: [],
  },
  {
    name: 'an older AWS SDK for JavaScript',
    words: [process.execPath, compiled, join(built, 'javascript')],
    needs: [
      [compiled, 'npm run build'],
      [join(built, 'javascript/node_modules'), '.ci/install-drivers'],
    ],
    sdk: /^@aws-sdk\/client-acm-pca 3\.332\.0$/,
    notOffered: [],
  },
  {
    name: 'boto3',
    words: [join(clients, 'python'), join(drivers, 'python/boto3_driver.py')],
    needs: [[join(clients, 'python'), '.ci/install-clients']],
    sdk: /^boto3 1\./,
    notOffered: ['deadline', 'cancel'],
  },
  {
    name: 'the AWS CLI',
    words: [join(clients, 'python'), join(drivers, 'aws-cli/aws_cli_driver.py'), join(clients, 'aws')],
    needs: [[join(clients, 'aws'), '.ci/install-clients']],
    sdk: /^aws-cli 1\./,
    notOffered: ['deadline', 'cancel', 'concurrency', 'endpoints'],
  },
  {
    name: 'the AWS SDK for Go',
    words: [join(built, 'go-driver')],
    needs: [[join(built, 'go-driver'), '.ci/install-drivers']],
    sdk: /^github\.com\/aws\/aws-sdk-go-v2\/service\/acmpca v1\./,
    notOffered: [],
  },
  {
    name: 'the AWS SDK for Java',
    words: ['java', '-jar', join(built, 'java/target/java-driver.jar')],
    needs: [[join(built, 'java/target/java-driver.jar'), '.ci/install-drivers']],
    sdk: /^software\.amazon\.awssdk:acmpca 2\./,
    notOffered: ['cancel'],
  },
];

/**
 * By the service's endpoint rules of aws, aws-cn and aws-us-gov: in the last the standard endpoints are the FIPS ones.
 * Source: https://github.com/boto/botocore, data/acm-pca/2017-08-22/endpoint-rule-set-1.json
 */
const endpoints = [
  ['us-east-1', false, false, 'acm-pca.us-east-1.amazonaws.com'],
  ['us-east-1', true, false, 'acm-pca-fips.us-east-1.amazonaws.com'],
  ['cn-north-1', false, false, 'acm-pca.cn-north-1.amazonaws.com.cn'],
  ['us-gov-west-1', true, false, 'acm-pca.us-gov-west-1.amazonaws.com'],
] as const;

/** Why a driver is left out; empty where it is tried. */
function skippedBecause({ needs }: ShippedDriver): string {
  if (process.env['CI'] === 'true') return '';
  const missing = needs.find(([path]) => !existsSync(path));
  return missing === undefined ? '' : ` (skipped: run ${missing[1]})`;
}

async function findingsOf(start: StartDriver): Promise<readonly StepFinding[]> {
  const findings: StepFinding[] = [];
  await checkDriver(start, (finding) => findings.push(finding));
  return findings;
}

describe.each(shipped.map((each) => [each.name + skippedBecause(each), each] as const))('%s', (name, driver) => {
  const { words, sdk, notOffered } = driver;
  const command = words.map((word) => shellQuote(word)).join(' ');

  test.skipIf(name !== driver.name)('keeps the protocol', async () => {
    const findings = await findingsOf(driverCommand(command));
    expect(findings.filter(({ kind }) => kind === 'problem')).toEqual([]);
    expect(findings.at(-1)?.name).toBe('bye');
    const leftOut = findings
      .filter(({ kind }) => kind === 'not-offered')
      .map(({ words: why }) => /"(.*)"/.exec(why)?.[1]);
    expect(leftOut).toEqual(notOffered);
  });

  test.skipIf(name !== driver.name)('says which SDK it is, and which endpoints that computes', async () => {
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

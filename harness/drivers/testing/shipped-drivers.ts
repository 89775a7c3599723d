// The shipped drivers, and how the tests start them.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DriverCapability } from '../../api/driver.js';
import { shellQuote } from '../../text/shell-quote.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const drivers = join(root, 'harness/drivers');
const built = join(root, '.cache/drivers');
const clients = join(root, '.cache/clients/bin');
const compiled = join(root, 'dist/harness/drivers/javascript/javascript-driver.js');

export interface ShippedDriver {
  readonly name: string;
  readonly words: readonly string[];
  /** The required files, each with the command that installs it. */
  readonly needs: readonly (readonly [path: string, fix: string])[];
  readonly sdk: RegExp;
  readonly notOffered: readonly DriverCapability[];
  /** The file of its results in reports/published, if any. */
  readonly published?: string | undefined;
}

export const shippedDrivers: readonly ShippedDriver[] = [
  {
    name: 'the AWS SDK for JavaScript, as the suite has it',
    words: [process.execPath, compiled],
    needs: [[compiled, 'npm run build']],
    sdk: /^@aws-sdk\/client-acm-pca 3\.523\.0$/,
    notOffered: [],
    published: 'sdk-javascript.json',
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
    published: 'sdk-python.json',
  },
  {
    name: 'the AWS CLI',
    words: [join(clients, 'python'), join(drivers, 'aws-cli/aws_cli_driver.py'), join(clients, 'aws')],
    needs: [[join(clients, 'aws'), '.ci/install-clients']],
    sdk: /^aws-cli 1\./,
    notOffered: ['deadline', 'cancel', 'concurrency', 'endpoints'],
    published: 'sdk-aws-cli.json',
  },
  {
    name: 'the AWS SDK for Go',
    words: [join(built, 'go-driver')],
    needs: [[join(built, 'go-driver'), '.ci/install-drivers']],
    sdk: /^github\.com\/aws\/aws-sdk-go-v2\/service\/acmpca v1\./,
    notOffered: [],
    published: 'sdk-go.json',
  },
  {
    name: 'the AWS SDK for Java',
    words: ['java', '-jar', join(built, 'java/target/java-driver.jar')],
    needs: [[join(built, 'java/target/java-driver.jar'), '.ci/install-drivers']],
    sdk: /^software\.amazon\.awssdk:acmpca 2\./,
    notOffered: ['cancel'],
    published: 'sdk-java.json',
  },
];

/** Why a driver is skipped; empty if it is not. */
export function skippedBecause({ needs }: ShippedDriver): string {
  if (process.env['CI'] === 'true') return '';
  const missing = needs.find(([path]) => !existsSync(path));
  return missing === undefined ? '' : ` (skipped: run ${missing[1]})`;
}

/** Quotes a path for a shell. */
export function commandOf({ words }: ShippedDriver): string {
  return words.map((word) => shellQuote(word)).join(' ');
}

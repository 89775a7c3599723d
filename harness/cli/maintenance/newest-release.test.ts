// The output of the registry clients is parsed correctly, and any problem is reported and fails nothing. No registry is
// contacted.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Registry, Release } from '../../files/release.js';
import { judgedRelease } from './judged-release.js';
import { describeRelease, isNewer, newestVersion, type Ask } from './newest-release.js';

/** A client that prints a text. */
function printing(text: string): Ask {
  return () => Promise.resolve(text);
}

const release: Release = { name: 'example', version: '1.9.0', registry: 'pypi' };

test.each([
  ['pypi', 'example (1.10.2)\nAvailable versions: 1.10.2, 1.9.0\n', '1.10.2'],
  ['npm', '3.523.0\n', '3.523.0'],
  ['crates', 'example #tag\nA crate\nversion: 0.2.8\nlicense: MIT\n', '0.2.8'],
  ['crates', 'example\nversion: 0.2.8 (latest 0.3.0)\n', '0.3.0'],
  ['go', 'example.org/module v1.57.0\n', 'v1.57.0'],
] as const satisfies readonly (readonly [Registry, string, string])[])(
  'the newest version in %s is found',
  async (registry, text, version) => {
    expect(await newestVersion({ registry, name: 'example' }, printing(text))).toBe(version);
  },
);

test('Maven tells the version by the name of the file that it copies', async () => {
  const copies: Ask = async (_program, _args, folder) => {
    writeFileSync(join(folder, 'acmpca-2.40.2.pom'), '');
    return '';
  };
  expect(await newestVersion({ registry: 'maven', name: 'a.b:acmpca' }, copies)).toBe('2.40.2');
});

describe('a line says', () => {
  test('that the published release is the newest', async () => {
    expect(await describeRelease(release, printing('example (1.9.0)'))).toBe('newest: 1.9.0');
  });

  test('that a newer one is served', async () => {
    expect(await describeRelease(release, printing('example (1.10.0)'))).toBe(
      'pypi serves newer 1.10.0 than published 1.9.0',
    );
  });

  test('why the registry cannot be asked', async () => {
    const fails: Ask = () => Promise.reject(new Error('there is no python3'));
    expect(await describeRelease(release, fails)).toBe('pypi cannot be asked (there is no python3)');
    expect(await describeRelease(release, printing('nothing'))).toBe('pypi cannot be asked (python3 named no version)');
  });
});

test.each([
  ['1.10.0', '1.9.9', true],
  ['v1.57.0', 'v1.56.12', true],
  ['2.0', '2.0.0', false],
  ['1.9.0', '1.10.0', false],
  ['2.0.0', '2.0.0-rc.1', true],
  ['2.0.0rc1', '2.0.0', false],
])('%s against %s', (version, than, expected) => {
  expect(isNewer(version, than)).toBe(expected);
});

const target = { region: 'us-east-1', usableStatus: null, capabilities: {} };

test.each([
  ['boto3 1.44.8', { name: 'boto3', version: '1.44.8', registry: 'pypi' }],
  ['aws-cli 1.46.3', { name: 'awscli', version: '1.46.3', registry: 'pypi' }],
  [
    'software.amazon.awssdk:acmpca 2.40.2',
    { name: 'software.amazon.awssdk:acmpca', version: '2.40.2', registry: 'maven' },
  ],
  ['emulator:moto', { name: 'moto', version: expect.stringMatching(/^\d+\.\d+\.\d+$/), registry: 'pypi' }],
  ['emulator:localstack', undefined],
  ['constructor 1', undefined],
  ['http://127.0.0.1:4566', undefined],
])('the release of %s', async (name, expected) => {
  expect(await judgedRelease({ target: { ...target, name } })).toEqual(expected);
});

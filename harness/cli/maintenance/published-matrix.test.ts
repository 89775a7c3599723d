// The tables in the README are those of the published results.

import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { allSdkChecks } from '../../../suites/sdk/all-sdk-checks.js';
import { emulatorIds } from '../../emulators/load.js';
import { sdkLevelOf } from '../../sdk/sdk-check.js';
import { matricesInReadme, sdkPrefix } from './published-matrix.js';
import { readResultsFile } from '../options/read-results.js';

const root = new URL('../../../', import.meta.url);
const names = readdirSync(new URL('reports/published/', root)).sort();

test('"npm run matrix" changes nothing', () => {
  const readme = readFileSync(new URL('README.md', root), 'utf8');
  const paths = names.map((name) => fileURLToPath(new URL(`reports/published/${name}`, root)));
  expect(matricesInReadme(readme, paths)).toBe(readme);
});

test('every published file is of an emulator that is known, or of a client that has a driver', () => {
  const folder = fileURLToPath(new URL('../../drivers/', import.meta.url));
  const drivers = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const clients = drivers.map((entry) => `${sdkPrefix}${entry.name}`);
  for (const name of names) expect([...emulatorIds(), ...clients]).toContain(name.replace(/\.json$/, ''));
});

test('the published results of clients are of the present checks, and of the present levels', () => {
  const present = allSdkChecks.map((check) => [check.id, sdkLevelOf(check)]);
  for (const name of names.filter((each) => each.startsWith(sdkPrefix))) {
    const path = fileURLToPath(new URL(`reports/published/${name}`, root));
    expect(readResultsFile(path).checks.map(({ id, level }) => [id, level])).toEqual(present);
  }
});

test('clients have a place of their own', () => {
  const folder = fileURLToPath(new URL('reports/published/', root));
  const paths = names.map((name) => `${folder}${name}`);
  const readme = '<!-- sdk-matrix -->\nold\n<!-- /sdk-matrix -->\n<!-- matrix -->\n<!-- /matrix -->\n';
  const [clients = '', emulators = ''] = matricesInReadme(readme, paths).split('<!-- matrix -->');
  expect(clients).toContain('| SDK-');
  expect(clients).not.toContain('old');
  expect(emulators).toContain('| POL-');
  expect(emulators).not.toContain('| SDK-');
});

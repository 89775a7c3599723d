// The table in the README is that of the published results.

import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { emulatorIds } from '../emulators/load.js';
import { matrixInReadme } from './published-matrix.js';

const root = new URL('../../', import.meta.url);
const names = readdirSync(new URL('reports/published/', root)).sort();

test('"npm run matrix" changes nothing', () => {
  const readme = readFileSync(new URL('README.md', root), 'utf8');
  const paths = names.map((name) => fileURLToPath(new URL(`reports/published/${name}`, root)));
  expect(matrixInReadme(readme, paths)).toBe(readme);
});

test('every published file is of an emulator that is known', () => {
  for (const name of names) expect(emulatorIds()).toContain(name.replace(/\.json$/, ''));
});

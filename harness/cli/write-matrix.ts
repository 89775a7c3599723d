// `npm run matrix`: puts the published results of the known emulators into the README.

import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { matrixInReadme } from './published-matrix.js';

const root = new URL('../../../', import.meta.url);
const folder = new URL('reports/published/', root);
const paths = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map((name) => fileURLToPath(new URL(name, folder)));
const readme = new URL('README.md', root);
writeFileSync(readme, matrixInReadme(readFileSync(readme, 'utf8'), paths));

// `npm run matrix`: puts the published results of the known emulators and clients into the README.

import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { matricesInReadme } from './published-matrix.js';

const root = new URL('../../../../', import.meta.url);
const folder = new URL('reports/published/', root);
const paths = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map((name) => fileURLToPath(new URL(name, folder)));
const readme = new URL('README.md', root);
writeFileSync(readme, matricesInReadme(readFileSync(readme, 'utf8'), paths));

// `npm run check:published`: whether the published results are of the newest releases. A remark, never a failure.

import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describeRelease } from './newest-release.js';
import { readResultsFile } from '../options/read-results.js';

const folder = new URL('../../../../reports/published/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
const lines = await Promise.all(names.sort().map((name) => lineOf(name)));
process.stdout.write(`${lines.join('\n')}\n`);

async function lineOf(name: string): Promise<string> {
  const { release } = readResultsFile(fileURLToPath(new URL(name, folder)));
  const words = release === undefined ? 'does not say which release it is of' : await describeRelease(release);
  // In a GitHub job, outdated releases are also shown as annotations.
  const mark = process.env['GITHUB_ACTIONS'] === 'true' && !words.startsWith('newest') ? '::notice::' : '';
  return `${mark}${name.replace(/\.json$/, '').padEnd(16)}${words}`;
}

// The files below `reports/published`: the existing results, and the files that are generated from them.

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadEmulators } from '../../emulators/load.js';
import { readResultsFile } from '../options/read-results.js';
import { matricesInPage, pictureOf, type PublishedResult } from './published-matrix.js';

export function readPublished(folder: URL): readonly PublishedResult[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => ({
    name: name.replace(/\.json$/, ''),
    report: readResultsFile(fileURLToPath(new URL(name, folder))),
  }));
}

/** The page and the pictures as they should be, by name. */
export async function madeOfPublished(folder: URL): Promise<Readonly<Record<string, string>>> {
  const results = readPublished(folder);
  const titles = Object.fromEntries((await loadEmulators()).map(({ id, title }) => [id, title]));
  return {
    'MATRIX.md': matricesInPage(readFileSync(new URL('MATRIX.md', folder), 'utf8'), results),
    'results-light.svg': pictureOf(results, titles, 'light'),
    'results-dark.svg': pictureOf(results, titles, 'dark'),
  };
}

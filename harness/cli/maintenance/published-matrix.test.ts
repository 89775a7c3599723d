// The tables and the pictures below `reports/published` match the results there.

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { allSdkChecks } from '../../../suites/sdk/all-sdk-checks.js';
import { protocols } from '../../api/protocol.js';
import { emulatorIds } from '../../emulators/load.js';
import { protocolsOf, sdkLevelOf } from '../../sdk/sdk-check.js';
import { madeOfPublished, readPublished } from './published-files.js';
import { matricesInPage, sdkPrefix } from './published-matrix.js';

const folder = new URL('../../../reports/published/', import.meta.url);
const results = readPublished(folder);

test('"npm run matrix" changes nothing', async () => {
  for (const [name, text] of Object.entries(await madeOfPublished(folder))) {
    expect(readFileSync(new URL(name, folder), 'utf8'), name).toBe(text);
  }
});

test('every published file is of a known emulator, or of a client that has a driver', () => {
  const driversFolder = fileURLToPath(new URL('../../drivers/', import.meta.url));
  const drivers = readdirSync(driversFolder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const clients = drivers.map((entry) => `${sdkPrefix}${entry.name}`);
  for (const { name } of results) expect([...emulatorIds(), ...clients]).toContain(name);
});

test('the published results of clients are of the present checks, and of the present levels', () => {
  for (const { report } of results.filter(({ name }) => name.startsWith(sdkPrefix))) {
    const judged = protocols.filter((each) => report.target.capabilities[each]?.available === true);
    const present = allSdkChecks.filter((check) => protocolsOf(check, judged).length > 0);
    expect(report.checks.map(({ id, level }) => [id, level])).toEqual(
      present.map((check) => [check.id, sdkLevelOf(check)]),
    );
  }
});

test('clients have a separate place', () => {
  const page = '<!-- sdk-matrix -->\nthe former table\n<!-- /sdk-matrix -->\n<!-- matrix -->\n<!-- /matrix -->\n';
  const [clients = '', emulators = ''] = matricesInPage(page, results).split('<!-- matrix -->');
  expect(clients).toContain('| SDK-');
  expect(clients).not.toContain('the former table');
  expect(emulators).toContain('| POL-');
  expect(emulators).not.toContain('| SDK-');
});

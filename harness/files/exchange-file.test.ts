// The file of exchanges ends at its limit, says so, and has only complete lines.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { exchangeLineSchema, type HttpExchange } from './exchange.js';
import { openExchangeFile } from './exchange-file.js';

const exchange: HttpExchange = { operation: 'GetPolicy', atMs: 1, tookMs: 2, outcome: 'no answer in time' };
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pca-conformance-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function linesOf(path: string): readonly unknown[] {
  const lines = readFileSync(path, 'utf8').trim().split('\n');
  return lines.map((line) => exchangeLineSchema.parse(JSON.parse(line)));
}

test('holds everything below its limit', () => {
  const path = join(folder, 'new/all.ndjson');
  const file = openExchangeFile(path);
  file.write(exchange);
  file.write(exchange);
  file.close();
  expect(linesOf(path)).toEqual([exchange, exchange]);
  expect(file.leftOut()).toBe(0);
});

test('names its limit in the last line, counts what is left out, and writes nothing after', () => {
  const path = join(folder, 'all.ndjson');
  const limitBytes = 2 * (JSON.stringify(exchange).length + 1);
  const file = openExchangeFile(path, limitBytes);
  for (let count = 0; count < 5; count += 1) file.write(exchange);
  file.write({ ...exchange, operation: '' });
  file.close();
  expect(linesOf(path)).toEqual([exchange, exchange, { limitReached: { limitBytes } }]);
  expect(file.leftOut()).toBe(4);
});

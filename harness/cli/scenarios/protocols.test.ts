// The protocols of a target: one that does not answer in CBOR fails one requirement for it, and nothing else.

import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { Report } from '../../files/report.js';
import type { Combined } from '../../mutants/mutation.js';
import { equivalenceFaults } from '../../mutants/faults/equivalence.js';
import { wireCborFaults } from '../../mutants/faults/wire-cbor.js';
import { wireOf } from '../../selftest/selftest-target.js';
import { startWireServer } from '../../selftest/wire-server.js';
import { readResults, test } from '../../testing/cli-test.js';
import { runInProcess } from '../../testing/run-in-process.js';

const jsonAlone = wireCborFaults.filter(({ id }) => id === 'speaks-json-alone');
const inCbor = ['wire-cbor/*', 'equivalence/*'];

async function runOn(
  service: Combined,
  folder: string,
  revision: string,
  filters: readonly string[] = ['wire/*', ...inCbor],
  more: readonly string[] = [],
): Promise<Report> {
  const server = await startWireServer(wireOf(service));
  try {
    const options = ['--seed', '1', '--settle-ms', '100', '--out', join(folder, 'out'), '--quiet'];
    const target = ['--target', server.url, '--profile', 'smoke', '--model-revision', revision];
    const selected = filters.flatMap((filter) => ['--filter', filter]);
    await runInProcess(['run', ...target, ...options, ...selected, ...more], { cwd: folder });
    return readResults(join(folder, 'out'));
  } finally {
    await server.close();
  }
}

function verdictsOf({ checks }: Report): Readonly<Record<string, readonly string[]>> {
  const verdicts = [...new Set(checks.map(({ verdict }) => verdict))];
  return Object.fromEntries(
    verdicts.map((verdict) => [verdict, checks.filter((check) => check.verdict === verdict).map(({ id }) => id)]),
  );
}

describe('under the revision of the model that lists CBOR', () => {
  test('a target that answers JSON only fails WIRE-12, which blocks what needs CBOR', async ({ folder }) => {
    const { fail, blocked = [] } = verdictsOf(await runOn({ parts: jsonAlone }, folder, '2026-11-11'));
    expect(fail).toEqual(['wire-cbor/answers-cbor']);
    expect(blocked.length).toBeGreaterThan(20);
    expect(blocked.every((id) => /^(wire-cbor|equivalence)\//.test(id))).toBe(true);
  });

  test('a target that answers both passes', async ({ folder }) => {
    const { pass: _pass, ...others } = verdictsOf(await runOn({ parts: [] }, folder, '2026-11-11'));
    // The server does not verify signatures.
    expect(others).toEqual({ unsupported: ['wire-cbor/refuses-signatures-as-in-json'] });
  });
});

test('under an earlier revision no check needs CBOR', async ({ folder }) => {
  const { checks } = await runOn({ parts: jsonAlone }, folder, '2025-02-11', ['wire/*']);
  expect(checks.every(({ id, verdict }) => id.startsWith('wire/') && verdict === 'pass')).toBe(true);
});

describe('--protocol', () => {
  test('json leaves out what is about CBOR', async ({ folder }) => {
    const more = ['--protocol', 'json'];
    const { unsupported = [], fail } = verdictsOf(
      await runOn({ parts: jsonAlone }, folder, '2026-11-11', inCbor, more),
    );
    expect(fail).toBeUndefined();
    expect(unsupported).toContain('wire-cbor/answers-cbor');
  });

  test('cbor is a question that a target without it leaves open', async ({ folder }) => {
    const more = ['--protocol', 'cbor'];
    const { exit, run } = await runOn({ parts: jsonAlone }, folder, '2026-11-11', ['PP-01'], more);
    expect(exit.code).toBe(4);
    expect(run.stopped).toContain('does not answer RPC v2 CBOR');
  });
});

describe('a fault in CBOR alone', () => {
  const misnames = equivalenceFaults.filter(({ id }) => id === 'names-refusals-otherwise-in-cbor');
  const removes = 'delete-policy/removes-the-policy';

  test('fails the requirement that it breaks, and is shown with the protocol of each call', async ({ folder }) => {
    const { checks } = await runOn({ parts: misnames }, folder, '2026-11-11', [removes]);
    const [failure] = checks.find(({ verdict }) => verdict === 'fail')?.failures ?? [];
    expect(failure?.guarantee).toContain('In RPC v2 CBOR alone');
    const spoken = failure?.program.map(({ operation, protocol }) => [operation, protocol]) ?? [];
    expect(spoken.at(-1)).toEqual(['GetPolicy', 'cbor']);
    for (const [, protocol] of spoken.slice(0, -1)) expect(protocol).toBeUndefined();
  });

  test('fails the equivalence of the protocols instead, if that fails by the same answer', async ({ folder }) => {
    const report = await runOn({ parts: misnames }, folder, '2026-11-11', [removes, 'equivalence/refuses-alike']);
    expect(verdictsOf(report).fail).toEqual(['equivalence/refuses-alike']);
  });
});

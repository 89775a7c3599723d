// A ledger distinguishes services between which the sources do not, and turns an open question into a requirement.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect } from 'vitest';
import { openUnknowns } from '../../../generators/open-unknowns.js';
import { acceptedPolicy } from '../../../generators/policy-templates.js';
import { checksOf } from '../../../suites/all-checks.js';
import { corpusOf, type CorpusCase } from '../../../suites/recorded-corpus.js';
import { ledgerSchema, type Ledger } from '../../files/ledger-file.js';
import { rateFor } from '../../api/quotas.js';
import { newestModelRevision } from '../../api/service-model.js';
import type { Service } from '../../api/service.js';
import { compareLedgers } from '../../ledger/compare-ledgers.js';
import { corpusHash, recordCorpus } from '../../ledger/record.js';
import { createOracle } from '../../model/oracle.js';
import { constraintsOf } from '../../api/constraints.js';
import { emptyState, type ServiceState } from '../../model/state/state.js';
import { answerOf } from '../../api/outcome.js';
import { planOf } from '../../live/plan.js';
import { createCaseSession, type CaseSession } from '../../run/cases/case-session.js';
import { createServiceTarget } from '../../targets/service-target.js';
import { test, readResults } from '../../testing/cli-test.js';
import { readLedgerFile } from '../options/read-ledger-file.js';
import { rehearseCorpus } from '../live/rehearsal.js';
import { runCli } from '../../testing/run-cli.js';
import { account, allowed, rehearsed, startTestStandIn } from '../../testing/aws-stand-in.js';
import { createVirtualClock } from '../../run/session/virtual-clock.js';
import { defaults } from '../../run/session/run-config.js';

const corpus = corpusOf(newestModelRevision);

/** Of several allowed answers to PutPolicy, the requested one if it is among them. */
function preferring(answer: 'Success' | 'InvalidPolicyException'): Service<ServiceState> {
  const oracle = createOracle(constraintsOf(newestModelRevision));
  return {
    initial: {
      ...emptyState({ partition: 'aws', region: 'us-east-1', account }),
      knownGrantees: new Set(['444455556666', 'o-example0000', 'proxy.network-firewall.amazonaws.com']),
    },
    step(state, operation, context) {
      const allowedAnswers = oracle.transitions(state, operation, context);
      const chosen =
        operation.kind === 'PutPolicy' ? allowedAnswers.find(({ outcome }) => answerOf(outcome) === answer) : undefined;
      const taken = chosen ?? allowedAnswers[0];
      if (taken === undefined) throw new Error('The oracle allows nothing.');
      return taken;
    },
  };
}

async function openSession(service: Service<ServiceState>): Promise<CaseSession> {
  const clock = createVirtualClock(Date.UTC(2026, 0, 1));
  const session = createCaseSession({
    config: {
      judging: { ...defaults.judging, settleMs: 0 },
    },
    target: createServiceTarget({ name: 'x', region: 'us-east-1', service, nowMs: clock.nowMs, delay: clock.pause }),
    runId: 'pca-0123456789ab',
    acceptedPolicy,
    clock,
    onEvent: () => {},
  });
  await session.probe();
  return session;
}

async function ledgerOf(service: Service<ServiceState>, cases: readonly CorpusCase[] = corpus): Promise<Ledger> {
  const recorded = await recordCorpus(cases, { context: await openSession(service), concurrency: 1, onCase: () => {} });
  return {
    schema: 'pca-conformance/ledger/1',
    suite: { name: 'pca-conformance', version: '0.0.0' },
    corpus: corpusHash(cases),
    modelRevision: newestModelRevision,
    target: 'aws',
    region: 'us-east-1',
    partition: 'aws',
    recordedOn: '2026-01-01',
    cases: recorded,
    unreached: [],
  };
}

describe('the corpus', () => {
  test('has a case of every input class whose calls follow one another', () => {
    const asked = new Set(corpus.map(({ id }) => id));
    const missing = checksOf(newestModelRevision)
      // One account is asked, so decisions about others are not recorded.
      .filter(({ id }) => !id.startsWith('access/'))
      .filter(({ phase, needs = [] }) => phase !== 'sequences' && phase !== 'waves' && !needs.includes('concurrency'))
      .flatMap((check) => check.inputClasses.map(({ id }) => `${check.id}#${id}`))
      .filter((id) => !asked.has(id));
    expect(missing).toEqual([]);
    expect(asked.size).toBe(corpus.length);
  });

  test('is the same each time, and can be saved', () => {
    expect(corpusHash(corpusOf(newestModelRevision))).toBe(corpusHash(corpus));
  });

  test.each(openUnknowns)('asks $id, or says why it cannot', ({ checks = [], cases = [], unreached }) => {
    const asking = corpus.filter(({ check }) => checks.some((id) => check.startsWith(id))).length + cases.length;
    expect(asking > 0, 'asked').toBe(unreached === undefined);
    const unknown = checks.filter((id) => !corpus.some(({ check }) => check.startsWith(id)));
    expect(unknown).toEqual([]);
  });

  test('is captured twice within 45 minutes at the documented quotas', async () => {
    const calls = await rehearseCorpus(rehearsed, corpus);
    const { minutes } = planOf({ calls, rate: 4, borrowed: 0, maxCreations: 12 });
    expect(minutes).toBeGreaterThan(1);
    expect(minutes).toBeLessThanOrEqual(45);
    // Computed by hand for the operation that takes longest.
    const longest = Math.max(...[...calls].map(([name, count]) => count / rateFor(name, 4) / 60));
    expect(minutes).toBeCloseTo(longest);
  });
});

describe('two conforming services that answer open questions differently', () => {
  let lax: Ledger;
  let strict: Ledger;
  beforeAll(async () => {
    lax = await ledgerOf(preferring('Success'));
    strict = await ledgerOf(preferring('InvalidPolicyException'));
  });

  test('settle every case separately', () => {
    expect(ledgerSchema.safeParse(JSON.parse(JSON.stringify(lax))).success).toBe(true);
    const unsettled = lax.cases.filter(
      ({ settled, check }) => !settled && !/^(wire|wire-cbor|equivalence)\//.test(check),
    );
    expect(unsettled).toEqual([]);
  });

  test('have ledgers that differ exactly where there is a choice', async () => {
    const changes = await compareLedgers(lax, strict, await openSession(preferring('InvalidPolicyException')));
    expect(changes.length).toBeGreaterThan(50);
    expect(new Set(changes.map(({ kind }) => kind))).toEqual(new Set(['drift']));
    const drifted = new Set(changes.map(({ id }) => id));
    expect([...drifted].some((id) => id.startsWith('policy-content/handles-other-action-sets-consistently#'))).toBe(
      true,
    );
    const musts = strict.cases.filter(({ id, level }) => drifted.has(id) && level === 'must');
    // The length must not be rejected as such; whether a later check rejects the policy is open.
    expect(musts.filter(({ check }) => check !== 'policy-text/accepts-the-undisputed-maximum')).toEqual([]);
    expect(await compareLedgers(lax, lax, await openSession(preferring('Success')))).toEqual([]);
  });

  test('and a difference that does not come back is a flake', async () => {
    const changes = await compareLedgers(lax, strict, await openSession(preferring('Success')));
    expect(new Set(changes.map(({ kind }) => kind))).toEqual(new Set(['flake']));
  });
});

test('an answer that changes from one capture to the next is not settled', async () => {
  let puts = 0;
  const fickle: Service<ServiceState> = {
    ...preferring('Success'),
    step(state, operation, context) {
      if (operation.kind === 'PutPolicy') puts += 1;
      return preferring(puts % 2 === 0 ? 'Success' : 'InvalidPolicyException').step(state, operation, context);
    },
  };
  const open = corpus
    .filter(({ check }) => check === 'policy-content/handles-other-action-sets-consistently')
    .slice(0, 5);
  const { cases } = await ledgerOf(fickle, open);
  expect(cases.some(({ settled }) => !settled)).toBe(true);
});

test('record, run --against and explain go together, and what the sources leave open is a must', async ({ folder }) => {
  const lax = await startTestStandIn({ service: preferring('Success') });
  const strict = await startTestStandIn({ service: preferring('InvalidPolicyException') });
  const filters = ['--filter', 'POL-25', '--filter', 'POL-10', '--filter', 'ST-05'];
  const cli = (words: readonly string[], standIn = lax): ReturnType<typeof runCli> =>
    runCli(words, { cwd: folder, env: standIn.env });
  const live = [...allowed, '--create-ca', '--yes', '--rate', '1000', '--settle-ms', '0'];
  const recorded = await cli(['record', ...live, ...filters, '--out', 'ledger.json']);
  expect({ code: recorded.code, stdout: recorded.stdout }).toEqual({
    code: 0,
    stdout: expect.stringMatching(/^(\d+) cases, \1 settled/),
  });
  const text = readFileSync(join(folder, 'ledger.json'), 'utf8');
  expect(text).not.toContain(account);
  expect(ledgerSchema.safeParse(JSON.parse(text)).success).toBe(true);
  expect(await lax.authorities()).toEqual([]);

  const same = await cli(['run', '--target', lax.url, '--against', 'ledger.json', '--quiet', '--settle-ms', '0']);
  expect({ code: same.code, stderr: same.stderr }).toEqual({ code: 0, stderr: '' });
  const other = await cli(['run', '--target', strict.url, '--against', 'ledger.json', '--quiet', '--settle-ms', '0']);
  expect(other.code).toBe(1);
  const verdicts = readResults(join(folder, '.pca/last')).checks.map(({ id, verdict, level }) => ({
    id,
    verdict,
    level,
  }));
  expect(verdicts).toContainEqual({
    id: 'policy-content/handles-other-action-sets-consistently',
    verdict: 'fail',
    level: 'must',
  });
  expect(verdicts).toContainEqual({ id: 'policy-content/accepts-account-shares', verdict: 'pass', level: 'must' });

  const explained = await cli(['explain', 'POL-25', '--ledger', 'ledger.json']);
  expect(explained.stdout).toMatch(/recorded of aws in us-east-1 on [^]*PutPolicy Success/);
  const drifted = await cli(['record', ...live, ...filters, '--out', 'new.json', '--compare', 'ledger.json'], strict);
  expect(drifted.code).toBe(1);
  expect(drifted.stdout).toMatch(
    /^drift: policy-content\/handles-other-action-sets-consistently#.* Success became InvalidPolicyException$/m,
  );
  await lax.close();
  await strict.close();
});

describe('a file that is not a ledger is a usage error', () => {
  for (const [what, text] of [
    ['one that is not there', undefined],
    ['one that is no JSON', '{'],
    ['one of another kind', '{"schema":"pca-conformance/results/1"}'],
  ] as const) {
    test(what, ({ folder }) => {
      const path = join(folder, 'ledger.json');
      if (text !== undefined) writeFileSync(path, text);
      expect(() => readLedgerFile('--against', path)).toThrow(/^--against .* is not a ledger: /);
    });
  }
});

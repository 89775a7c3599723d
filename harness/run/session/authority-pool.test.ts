import { expect, test } from 'vitest';
import type { GivenAuthority } from '../../api/case.js';
import { leaseAll, type Authority } from './authority-pool.js';
import { UnavailableAuthority } from './authority-creation.js';

const four: readonly GivenAuthority[] = ['usable', 'ACTIVE', 'PENDING_CERTIFICATE', 'usable'];

test('the CAs of a case come in the order in which the case names them', async () => {
  const { pool } = slowPool(() => true);
  const leased = await leaseAll(pool, four, { fresh: true });
  expect(leased.map(({ arn }) => arn)).toEqual(['ca0', 'ca1', 'ca2', 'ca3']);
});

test('they are created in parallel, except for the first', async () => {
  const { pool, log } = slowPool(() => true);
  await leaseAll(pool, four, { fresh: true });
  const events = log.map(({ event }) => event).join(' ');
  expect(events).toBe('begun over begun begun begun over over over');
});

test('a target that creates no CA gets one request only', async () => {
  const { pool, log } = slowPool(() => false);
  await expect(leaseAll(pool, four, { fresh: true })).rejects.toThrow(UnavailableAuthority);
  expect(log).toEqual([
    { event: 'begun', index: 0 },
    { event: 'over', index: 0 },
  ]);
});

test('if one cannot be created, the others have settled before that is reported', async () => {
  const { pool, log } = slowPool((index) => index !== 1);
  await expect(leaseAll(pool, four, { fresh: true })).rejects.toThrow('no CA 1');
  expect(log.filter(({ event }) => event === 'over').map(({ index }) => index)).toEqual([0, 1, 3, 2]);
});

test('a case without CAs leases none', async () => {
  const { pool, log } = slowPool(() => true);
  await expect(leaseAll(pool, [], { fresh: true })).resolves.toEqual([]);
  expect(log).toEqual([]);
});

/** Takes so many turns for each CA: they do not become ready in the order in which they were requested. */
const turnsOf = [1, 1, 6, 3];

function slowPool(has: (index: number) => boolean): {
  readonly pool: Parameters<typeof leaseAll>[0];
  readonly log: readonly { readonly event: 'begun' | 'over'; readonly index: number }[];
} {
  const log: { readonly event: 'begun' | 'over'; readonly index: number }[] = [];
  let asked = 0;
  const lease = async (): Promise<Authority> => {
    const index = asked;
    asked += 1;
    log.push({ event: 'begun', index });
    for (let turn = 0; turn < (turnsOf[index] ?? 0); turn += 1) await new Promise(setImmediate);
    log.push({ event: 'over', index });
    if (!has(index)) throw new UnavailableAuthority(`no CA ${index}`);
    return { arn: `ca${index}`, status: 'ACTIVE', fresh: true, lossesBefore: 0 };
  };
  return { pool: { lease, reserve: async (given) => given, cancel: () => {}, release: () => {} }, log };
}

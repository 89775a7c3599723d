// The principals of a target at a URL: by which keys they call, whose account these are, and what is said if they cannot be
// used.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { NamedSpec } from '../../api/principal-spec.js';
import { presetKeys } from '../../api/preset-keys.js';
import { presetPrincipals, type PrincipalName } from '../../api/principal.js';
import { startEmulator, type Emulator } from '../../emulator/emulator.js';
import { startServer, type RunningServer } from '../../emulator/server.js';
import { referenceService } from '../../model/reference-service.js';
import { answerOf } from '../../api/outcome.js';
import { createEndpointTarget } from '../../targets/endpoint.js';
import type { PrincipalAccesses } from '../../targets/principal-access.js';
import { readPrincipal } from '../options/principal-options.js';
import { openPrincipals, type PrincipalsOptions } from './open-principals.js';

const caller = { partition: 'aws', region: 'us-east-1', account: '111122223333' };
const principals = presetPrincipals(caller);
const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' };

let strict: Emulator;
/** Takes any key for that of the owner. */
let single: Emulator;
/** Has no STS. */
let other: RunningServer;

beforeAll(async () => {
  const common = { service: referenceService(caller), nowMs: () => Date.now(), ...caller };
  strict = await startEmulator({ ...common, principals, requireSignature: credentials });
  single = await startEmulator(common);
  const answer = async () => ({ status: 404, headers: {}, body: '<html>no such page</html>' });
  other = await startServer({ host: '127.0.0.1', port: 0, answer });
});

afterAll(async () => {
  await strict.close();
  await single.close();
  await other.close();
});

function open(
  url: string,
  words: readonly string[],
  more: Partial<PrincipalsOptions> = {},
): Promise<PrincipalAccesses> {
  const specs: readonly NamedSpec[] = words.map((word) => readPrincipal(word));
  return openPrincipals(specs, {
    url,
    region: caller.region,
    credentials,
    timeoutMs: 5_000,
    nowMs: () => Date.now(),
    ...more,
  });
}

const keyOf = (name: PrincipalName): string => {
  const { accessKeyId, secretAccessKey } = presetKeys(name);
  return `${name}=key:${accessKeyId}:${secretAccessKey}`;
};
const roleOf = (name: PrincipalName): string => `${name}=role:arn:aws:iam::${principals[name].account}:role/${name}`;
const urlOf = ({ port }: RunningServer): string => `http://127.0.0.1:${port}`;

function factsIn({ accesses }: PrincipalAccesses): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(accesses).map(([name, { facts }]) => [name, facts]));
}

test('nobody is asked without principals', async () => {
  expect(await open('http://127.0.0.1:1', [])).toEqual({ accesses: {} });
});

test('the facts come from STS, and the calls are made by the principal', async () => {
  const opened = await open(
    strict.url,
    [keyOf('grantee'), roleOf('third'), roleOf('grantee-nobody'), keyOf('member')],
    {
      organization: 'o-a1b2c3d4e5',
    },
  );
  expect(factsIn(opened)).toEqual({
    owner: { account: caller.account, arn: principals.owner.arn },
    grantee: { account: principals.grantee.account, arn: principals.grantee.arn },
    third: { account: principals.third.account, arn: `arn:aws:iam::${principals.third.account}:role/third` },
    // A session policy takes its rights away.
    'grantee-nobody': { account: principals.grantee.account, arn: undefined },
    member: { account: principals.member.account, arn: principals.member.arn, organization: { id: 'o-a1b2c3d4e5' } },
  });
  const target = createEndpointTarget({
    name: 't',
    url: strict.url,
    region: caller.region,
    credentials,
    principals: opened,
  });
  const answers = await Promise.all(
    [undefined, 'owner', 'third', 'grantee-nobody'].map(async (as) => {
      const list = { kind: 'ListCertificateAuthorities', input: {} } as const;
      return answerOf(await target.call(list, { deadlineMs: 5_000, as: as as PrincipalName | undefined }));
    }),
  );
  expect(answers).toEqual(['Success', 'Success', 'Success', 'AccessDeniedException']);
  expect(target.offers).toContain('multi-account');
  await expect(
    target.call({ kind: 'ListCertificateAuthorities', input: {} }, { deadlineMs: 5_000, as: 'member-elsewhere' }),
  ).rejects.toThrow('The target has no principal member-elsewhere.');
  await target.dispose();
});

test('a target without STS is believed what the option says', async () => {
  const opened = await open(urlOf(other), ['grantee=account:444455556666', 'third=key:A:B@777788889999']);
  expect(factsIn(opened)).toEqual({
    owner: undefined,
    grantee: { account: '444455556666', arn: undefined },
    third: { account: '777788889999', arn: undefined },
  });
});

test('a target that ignores credentials has no principals of other accounts', async () => {
  const { accesses, fault } = await open(single.url, [
    'grantee=account:444455556666',
    keyOf('third'),
    keyOf('owner-nobody'),
  ]);
  expect(fault).toBe('the target takes the credentials of every principal for account 111122223333');
  expect(Object.keys(accesses)).toEqual(['owner', 'owner-nobody']);
});

describe('what cannot be used is named with its mend', () => {
  const cases: readonly (readonly [
    string,
    () => string,
    readonly string[],
    Partial<PrincipalsOptions>,
    string,
    string,
  ])[] = [
    [
      'an unknown key',
      () => strict.url,
      ['third=key:NOBODY:secret'],
      {},
      'refused',
      '--principal third: the STS of the target refuses its keys with UnrecognizedClientException; give keys that it knows.',
    ],
    [
      'a wrong secret',
      () => strict.url,
      ['third=key:AKIDTHIRD00000000000:other'],
      {},
      'refused',
      'InvalidSignatureException',
    ],
    [
      'unknown keys of the owner',
      () => strict.url,
      [keyOf('third')],
      { credentials: { accessKeyId: 'X', secretAccessKey: 'y' } },
      'refused',
      '--principal owner: the STS of the target refuses its keys with UnrecognizedClientException; give keys that it knows with --access-key and --secret-key.',
    ],
    [
      'a role that is not there',
      () => strict.url,
      ['third=role:arn:aws:iam::777788889999:role/admin'],
      {},
      'refused',
      '--principal third: arn:aws:iam::777788889999:role/admin cannot be assumed: AccessDenied; create the role',
    ],
    ['a role without STS', () => urlOf(other), [roleOf('third')], {}, 'usage', 'the target has no STS that assumes'],
    [
      'keys of an unknown account',
      () => urlOf(other),
      ['third=key:A:B'],
      {},
      'usage',
      '--principal third: the target has no STS that says whose account its credentials are; add @ACCOUNT behind them.',
    ],
    [
      'another account than is said',
      () => strict.url,
      [`${keyOf('third')}@444455556666`],
      {},
      'usage',
      '--principal third: its account is 444455556666 by the option, and 777788889999 by the STS of the target',
    ],
    [
      'two of one account',
      () => strict.url,
      [keyOf('third'), 'grantee=key:AKIDTHIRD00000000000:secret-of-third'],
      {},
      'usage',
      '--principal grantee and third are both in account 777788889999; give credentials of another account',
    ],
    [
      'one of two accounts',
      () => strict.url,
      [keyOf('grantee'), 'grantee2=key:AKIDTHIRD00000000000:secret-of-third'],
      {},
      'usage',
      '--principal grantee2 is in account 777788889999 and grantee in 444455556666; both have to be in one account.',
    ],
    [
      'another grantee than is named',
      () => strict.url,
      [keyOf('grantee')],
      { granteeAccount: '777788889999' },
      'usage',
      '--grantee-account 777788889999 is not the account of the principal grantee, which is 444455556666',
    ],
    ['no target', () => 'http://127.0.0.1:1', [keyOf('third')], {}, 'refused', 'the target does not answer'],
  ];

  test.each(cases)('%s', async (_title, url, words, more, kind, message) => {
    await expect(open(url(), words, more)).rejects.toMatchObject({ kind, message: expect.stringContaining(message) });
  });
});

test('the keys of a role are renewed before they expire, in one request', async () => {
  let nowMs = Date.now();
  let assumed = 0;
  const counting = await startEmulator({
    service: referenceService(caller),
    nowMs: () => Date.now(),
    ...caller,
    principals,
    admit: ({ name }) => {
      if (name === 'sts:AssumeRole') assumed += 1;
      return undefined;
    },
  });
  const { accesses } = await open(counting.url, [roleOf('third')], { nowMs: () => nowMs });
  const keys = accesses.third?.credentials;
  if (typeof keys !== 'function') throw new Error('The keys of a role are not provided.');
  const before = await keys();
  nowMs += 54 * 60_000;
  expect(await keys()).toBe(before);
  nowMs += 2 * 60_000;
  const [one, two] = await Promise.all([keys(), keys()]);
  expect([assumed, one === two, one === before]).toEqual([2, true, false]);
  await counting.close();
});

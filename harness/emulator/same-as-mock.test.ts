// The reference service gives the same answers behind the SDK mock and over HTTP.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { activateAuthority } from '../api/activate-authority.js';
import { isPolicyOperation, type Operation } from '../api/operation.js';
import type { Outcome } from '../api/outcome.js';
import { protocols } from '../api/protocol.js';
import { referenceService } from '../model/reference-service.js';
import { createEndpointTarget } from '../targets/endpoint.js';
import { createClientMockTarget } from '../targets/client-mock.js';
import { sendOperation } from '../targets/sdk-client.js';
import { operationShapes } from './members.js';
import { caller, credentials, startReference, type TestEmulator } from './testing/reference-emulator.js';

type Call = (operation: Operation) => Promise<Outcome>;

interface Caller {
  readonly call: Call;
  readonly dispose?: () => Promise<void>;
}

const deadline = { deadlineMs: 30_000 };

/** One step of a session; CAs are identified by number. */
type Step =
  | { readonly kind: 'create'; readonly type: 'ROOT' | 'SUBORDINATE'; readonly token: string | undefined }
  | { readonly kind: 'activate'; readonly authority: number }
  | { readonly kind: 'call'; readonly authority: number; readonly name: string; readonly members: object }
  | { readonly kind: 'policy'; readonly authority: number; readonly name: string; readonly policy: string };

const authority = fc.nat({ max: 2 });
const calls: readonly (readonly [name: string, members: object])[] = [
  ['DescribeCertificateAuthority', {}],
  ['GetCertificateAuthorityCertificate', {}],
  ['UpdateCertificateAuthority', { Status: 'DISABLED' }],
  ['UpdateCertificateAuthority', { Status: 'ACTIVE' }],
  ['UpdateCertificateAuthority', { Status: 'FAILED' }],
  ['DeleteCertificateAuthority', { PermanentDeletionTimeInDays: 7 }],
  ['DeleteCertificateAuthority', { PermanentDeletionTimeInDays: 31 }],
  ['RestoreCertificateAuthority', {}],
  ['ListTags', {}],
  ['TagCertificateAuthority', { Tags: [{ Key: 'a', Value: 'b' }] }],
  ['UntagCertificateAuthority', { Tags: [{ Key: 'a' }] }],
  [
    'CreatePermission',
    { Principal: 'acm.amazonaws.com', Actions: ['IssueCertificate', 'GetCertificate', 'ListPermissions'] },
  ],
  ['DeletePermission', { Principal: 'acm.amazonaws.com' }],
  ['ListPermissions', {}],
  ['ListCertificateAuthorities', { MaxResults: 1 }],
  ['GetCertificateAuthorityCsr', {}],
  ['RevokeCertificate', { CertificateSerial: '01', RevocationReason: 'SUPERSEDED' }],
];
/** ARNs that name no CA, after those of the CAs of a session. */
const wrongArns = [
  'no arn',
  'arn:aws:acm-pca:us-east-1:111122223333:something/else',
  'arn:aws:acm-pca:us-east-1:444455556666:certificate-authority/0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d',
];
const policies = ['{}', '[]', 'no JSON', '{"Version":"2012-10-17","Statement":[GRANT]}', 'Ж', '\u00ff'];

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('create' as const),
    type: fc.constantFrom('ROOT' as const, 'SUBORDINATE' as const),
    token: fc.constantFrom(undefined, 'one', 'two'),
  }),
  fc.record({ kind: fc.constant('activate' as const), authority }),
  fc
    .record({ kind: fc.constant('call' as const), authority, call: fc.constantFrom(...calls) })
    .map(({ call: [name, members], ...rest }) => ({ ...rest, name, members })),
  fc.record({
    kind: fc.constant('policy' as const),
    authority: fc.nat({ max: 2 + wrongArns.length }),
    name: fc.constantFrom('PutPolicy', 'PutPolicy', 'GetPolicy', 'DeletePolicy'),
    policy: fc.constantFrom(...policies),
  }),
);

/** The answers of one session, without the texts that the emulator adds or replaces. */
async function play(call: Call, steps: readonly Step[]): Promise<readonly unknown[]> {
  const arns: string[] = [];
  const answers: unknown[] = [];
  const arnOf = (index: number): string =>
    arns[index] ?? wrongArns[index - 3] ?? 'arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/x';
  for (const each of steps) {
    const outcomes =
      each.kind === 'activate' ? await activate(call, arnOf(each.authority)) : [await call(operationOf(each, arnOf))];
    for (const outcome of outcomes) {
      if (each.kind === 'create' && outcome.kind === 'success')
        arns.push(String(outcome.output['CertificateAuthorityArn']));
      answers.push(comparable(outcome));
    }
  }
  return answers;
}

function operationOf(each: Exclude<Step, { kind: 'activate' }>, arnOf: (index: number) => string): Operation {
  if (each.kind === 'create') {
    return {
      kind: 'CreateCertificateAuthority',
      input: {
        CertificateAuthorityType: each.type,
        CertificateAuthorityConfiguration: {
          KeyAlgorithm: 'EC_prime256v1',
          SigningAlgorithm: 'SHA256WITHECDSA',
          Subject: { CommonName: 'test' },
        },
        ...(each.token === undefined ? {} : { IdempotencyToken: each.token }),
      },
    };
  }
  const arn = arnOf(each.authority);
  // The tables pair each name with its members, but the compiler cannot check that.
  if (each.kind === 'call') {
    return { kind: each.name, input: { CertificateAuthorityArn: arn, ...each.members } } as unknown as Operation;
  }
  const grant = JSON.stringify({
    Effect: 'Allow',
    Principal: { AWS: '444455556666' },
    Action: ['acm-pca:GetCertificate', 'acm-pca:ListTags'],
    Resource: arn,
  });
  const policy = each.name === 'PutPolicy' ? { Policy: each.policy.replace('GRANT', grant) } : {};
  return { kind: each.name, input: { ResourceArn: arn, ...policy } } as unknown as Operation;
}

/** The answers while a root CA signs and installs its own certificate, up to the first error. */
async function activate(call: Call, arn: string): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  const refusal = new Error('An operation of the activation was refused.');
  const ask = async (operation: Operation, member = ''): Promise<string> => {
    const outcome = await call(operation);
    outcomes.push(outcome);
    if (outcome.kind !== 'success') throw refusal;
    return String(outcome.output[member]);
  };
  await activateAuthority(arn, ask).catch((error: unknown) => {
    if (error !== refusal) throw error;
  });
  return outcomes;
}

/** The emulator adds a message if the service has none. */
const emulatorOnly = new Set(['Csr', 'Certificate', 'Serial', 'NotBefore', 'NotAfter', 'message']);

function comparable(outcome: Outcome): unknown {
  return JSON.parse(
    JSON.stringify(outcome, (name, value: unknown) => (emulatorOnly.has(name) ? undefined : comparableTime(value))),
  );
}

/** The SDK returns dates, the emulator seconds. */
function comparableTime(value: unknown): unknown {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) / 1_000 : value;
}

const clients: readonly (readonly [name: string, createCall: (emulator: TestEmulator) => Caller])[] = [
  ['the SDK', ({ client }) => ({ call: (operation) => sendOperation(client, operation, deadline) })],
  ...protocols.map((protocol) => {
    const createCall = ({ url }: TestEmulator): Caller => {
      const target = createEndpointTarget({ name: url, url, region: caller.region, credentials });
      return {
        call: (operation) => target.call(operation, { ...deadline, protocol }),
        dispose: () => target.dispose(),
      };
    };
    return [protocol, createCall] as const;
  }),
];

/** A session with every operation, and with every error that the policy operations of the service have. */
const everything: readonly Step[] = [
  ...(['ROOT', 'SUBORDINATE'] as const).map((type) => ({ kind: 'create', type, token: undefined }) as const),
  { kind: 'activate', authority: 0 },
  ...calls.map(([name, members]) => ({ kind: 'call', authority: 0, name, members }) as const),
  ...[0, 1, 2, 3, 4, 5].flatMap((each) =>
    ['PutPolicy', 'GetPolicy', 'DeletePolicy'].flatMap((name) =>
      policies.map((policy) => ({ kind: 'policy', authority: each, name, policy }) as const),
    ),
  ),
  { kind: 'policy', authority: 1, name: 'GetPolicy', policy: '{}' },
  { kind: 'call', authority: 1, name: 'DeleteCertificateAuthority', members: {} },
  { kind: 'policy', authority: 1, name: 'PutPolicy', policy: '{}' },
];

test('the session with everything makes every operation and gets every error of the policy operations', async () => {
  const mock = createClientMockTarget({ name: 'mock', region: caller.region, service: referenceService(caller) });
  const made = new Set<string>();
  const errors = new Set<string>();
  const call: Call = async (operation) => {
    const outcome = await mock.call(operation, deadline);
    made.add(operation.kind);
    if (isPolicyOperation(operation) && outcome.kind === 'service-error') errors.add(outcome.error);
    return outcome;
  };
  await play(call, everything);
  await mock.dispose();
  expect([...made].toSorted()).toEqual(Object.keys(operationShapes).toSorted());
  expect([...errors].toSorted()).toEqual([
    'AccessDeniedException',
    'InvalidArnException',
    'InvalidPolicyException',
    'InvalidStateException',
    'ResourceNotFoundException',
    'ValidationException',
  ]);
});

test.each(clients)('the mock and the emulator give the same answers to the same calls, by %s', async (_name, open) => {
  const service = referenceService(caller);
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
      const mock = createClientMockTarget({ name: 'mock', region: caller.region, service });
      // The mock has no clock; its time is always 0.
      const emulator = await startReference({ service, nowMs: () => 0 });
      const client = open(emulator);
      try {
        const mocked = await play((operation) => mock.call(operation, deadline), steps);
        const hosted = await play(client.call, steps);
        expect(hosted).toEqual(mocked);
      } finally {
        await client.dispose?.();
        await mock.dispose();
        await emulator.close();
      }
    }),
    {
      numRuns: 25,
      examples: [
        [everything],
        [
          [
            { kind: 'create', type: 'ROOT', token: undefined },
            { kind: 'activate', authority: 0 },
          ],
        ],
      ],
    },
  );
});

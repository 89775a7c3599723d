// The target of the selftest does not use the SDK, and must give the same results: it reads every mutated answer as
// the SDK does.

import { ACMPCAClient } from '@aws-sdk/client-acm-pca';
import { describe, expect, test } from 'vitest';
import { acceptedPolicy } from '../../generators/policy-templates.js';
import type { Operation } from '../api/operation.js';
import { policyTextOf, type Outcome } from '../api/outcome.js';
import type { CallOptions } from '../api/target.js';
import type { Wire, WireRequest } from '../api/wire.js';
import type { Mutation } from '../mutants/mutation.js';
import { singleCallMutants, singleCallVariants } from '../mutants/all-mutants.js';
import { renderText } from '../api/render-case.js';
import { sendOperation } from '../targets/sdk-client.js';
import { trialTarget, wireOf } from './selftest-target.js';

type Send = (operation: Operation, options: CallOptions) => Promise<Outcome>;

const options: CallOptions = { deadlineMs: 30_000 };

/** Sends through the SDK, whose requests go to the wire instead of to a socket. */
function throughSdk(wire: Wire): Send {
  const handle = async (request: unknown): Promise<object> => {
    const { method, path, headers, body } = request as {
      readonly method: WireRequest['method'];
      readonly path: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    };
    const { status, ...answer } = wire(
      { method, path, target: headers['x-amz-target'], contentType: headers['content-type'], body },
      Date.UTC(2026, 8, 1),
      undefined,
    );
    return { response: { statusCode: status, headers: answer.headers, body: Buffer.from(answer.body) } };
  };
  const client = new ACMPCAClient({
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' },
    maxAttempts: 1,
    // A handler has more members than this one, none of which the client uses.
    requestHandler: { handle } as never,
  });
  return (operation, callOptions) => sendOperation(client, operation, callOptions);
}

const create: Operation = {
  kind: 'CreateCertificateAuthority',
  input: {
    CertificateAuthorityType: 'ROOT',
    CertificateAuthorityConfiguration: {
      KeyAlgorithm: 'EC_prime256v1',
      SigningAlgorithm: 'SHA256WITHECDSA',
      Subject: { CommonName: 'agreement' },
    },
  },
};

/** Successes with and without output, and errors of every kind that a policy operation gives. */
function callsAbout(arn: string): readonly Operation[] {
  const policy = renderText(acceptedPolicy, [arn]);
  const put = (ResourceArn: string, Policy: string): Operation => ({
    kind: 'PutPolicy',
    input: { ResourceArn, Policy },
  });
  const get = (ResourceArn: string): Operation => ({ kind: 'GetPolicy', input: { ResourceArn } });
  const remove = (ResourceArn: string): Operation => ({ kind: 'DeletePolicy', input: { ResourceArn } });
  const missing = arn.replace(/[^/]+$/, '00000000-0000-0000-0000-000000000000');
  return [
    get(arn),
    put(arn, policy),
    get(arn),
    put(arn, 'no policy'),
    put(arn, policy.replaceAll('"Allow"', '"Deny"')),
    put(arn, ''),
    put(arn, `${policy}${' '.repeat(40_000)}`),
    get(arn),
    get('no arn'),
    get(missing),
    put(missing, policy),
    remove(missing),
    get(arn.replace('certificate-authority', 'something')),
    get(arn.replace(/:\d{12}:/, ':999988887777:')),
    { kind: 'GetCertificateAuthorityCsr', input: { CertificateAuthorityArn: arn } },
    { kind: 'GetCertificateAuthorityCertificate', input: { CertificateAuthorityArn: arn } },
    {
      kind: 'IssueCertificate',
      input: {
        CertificateAuthorityArn: arn,
        Csr: Buffer.from('no request'),
        SigningAlgorithm: 'SHA256WITHECDSA',
        Validity: { Type: 'DAYS', Value: 7 },
      },
    },
    remove(arn),
    remove(arn),
    get(arn),
  ];
}

/** The judged parts of an outcome; the wording of errors is not judged. */
function essenceOf(outcome: Outcome): unknown {
  switch (outcome.kind) {
    case 'success':
      return { kind: outcome.kind, members: Object.keys(outcome.output), policy: policyTextOf(outcome) };
    case 'service-error':
      return { kind: outcome.kind, error: outcome.error, status: outcome.status };
    case 'http-fault':
      return { kind: outcome.kind, status: outcome.status };
    default:
      return { kind: outcome.kind };
  }
}

async function outcomesOf(send: Send): Promise<readonly unknown[]> {
  const created = await send(create, options);
  const arn = created.kind === 'success' ? String(created.output['CertificateAuthorityArn']) : 'none';
  const essences: unknown[] = [essenceOf(created)];
  for (const operation of callsAbout(arn))
    essences.push({ ...operation, ...Object(essenceOf(await send(operation, options))) });
  return essences;
}

const variants: readonly (readonly [string, Mutation])[] = [
  ...singleCallMutants.filter(({ mutateAnswers }) => mutateAnswers !== undefined),
  ...singleCallVariants.filter(({ mutateAnswers }) => mutateAnswers !== undefined),
].map((variant) => [variant.id, variant]);

describe.each([['the reference service', { mutate: (service) => service }] satisfies [string, Mutation], ...variants])(
  '%s',
  (_id, variant) => {
    test('is read as the SDK reads it', async () => {
      const { target } = trialTarget(variant);
      expect(await outcomesOf((operation) => target.call(operation, options))).toEqual(
        await outcomesOf(throughSdk(wireOf(variant))),
      );
    });
  },
);

test('an answer that takes longer than the deadline is a time-out, and the clock has moved by the deadline', async () => {
  const { target, clock } = trialTarget({
    mutateAnswers: () => () => ({ status: 200, headers: {}, body: '', tookMs: 90 }),
  });
  const beforeMs = clock.nowMs();
  expect(await target.call(create, { deadlineMs: 50 })).toEqual({ kind: 'timeout', deadlineMs: 50 });
  expect(clock.nowMs() - beforeMs).toBe(50);
});

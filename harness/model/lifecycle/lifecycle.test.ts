// The lifecycle of CAs in the model: states, tokens, restoration periods, lists, tags and permissions.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Operation, OperationInputs } from '../../api/operation.js';
import { answerOf } from '../../api/outcome.js';
import type { Output } from '../../api/outcome.js';
import { referenceService } from '../reference-service.js';
import { decodeState, encodeState } from '../state/state-codec.js';
import type { ServiceState } from '../state/state.js';

const caller = { partition: 'aws', region: 'us-east-1', account: '111122223333' };
const service = referenceService(caller);
const dayMs = 86_400_000;

/** A service with a state and a clock. */
function startSession(): {
  state: ServiceState;
  atMs: number;
  answer(operation: Operation): string;
  output(operation: Operation): Output;
} {
  return {
    state: service.initial,
    atMs: Date.UTC(2026, 0, 1),
    answer(operation) {
      const { outcome, next } = service.step(this.state, operation, { atMs: this.atMs });
      this.state = next;
      return answerOf(outcome);
    },
    output(operation) {
      const { outcome, next } = service.step(this.state, operation, { atMs: this.atMs });
      this.state = next;
      if (outcome.kind !== 'success') throw new Error(JSON.stringify(outcome));
      return outcome.output;
    },
  };
}

function creation(overrides: Partial<OperationInputs['CreateCertificateAuthority']> = {}): Operation {
  return {
    kind: 'CreateCertificateAuthority',
    input: {
      CertificateAuthorityType: 'ROOT',
      CertificateAuthorityConfiguration: {
        KeyAlgorithm: 'EC_prime256v1',
        SigningAlgorithm: 'SHA256WITHECDSA',
        Subject: { CommonName: 'test' },
      },
      ...overrides,
    },
  };
}

function create(session: ReturnType<typeof startSession>, overrides = {}): string {
  return String(session.output(creation(overrides))['CertificateAuthorityArn']);
}

function on(kind: Operation['kind'], arn: string, members: object = {}): Operation {
  return { kind, input: { CertificateAuthorityArn: arn, ...members } } as unknown as Operation;
}

const certificate = { Certificate: new Uint8Array([1]) };
const messageOf = (session: ReturnType<typeof startSession>, operation: Operation): unknown => {
  const { outcome } = service.step(session.state, operation, { atMs: session.atMs });
  return outcome.kind === 'service-error' ? outcome.message : undefined;
};

describe('the states of a CA', () => {
  /** ST-01 to ST-03 and ST-09: what each operation answers in each state, and the state after it. */
  const table: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    PENDING_CERTIFICATE: { import: 'ACTIVE', delete: 'DELETED' },
    ACTIVE: { import: 'ACTIVE', disable: 'DISABLED', enable: 'ACTIVE' },
    DISABLED: { import: 'ACTIVE', disable: 'DISABLED', enable: 'ACTIVE', delete: 'DELETED' },
    DELETED: { restore: 'the state before' },
  };
  const moves: Readonly<Record<string, (arn: string) => Operation>> = {
    import: (arn) => on('ImportCertificateAuthorityCertificate', arn, certificate),
    disable: (arn) => on('UpdateCertificateAuthority', arn, { Status: 'DISABLED' }),
    enable: (arn) => on('UpdateCertificateAuthority', arn, { Status: 'ACTIVE' }),
    delete: (arn) => on('DeleteCertificateAuthority', arn, { PermanentDeletionTimeInDays: 7 }),
    restore: (arn) => on('RestoreCertificateAuthority', arn),
  };

  test('change as documented, in any order of calls', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Object.keys(moves)), { maxLength: 20 }), (names) => {
        const session = startSession();
        const arn = create(session);
        let status = 'PENDING_CERTIFICATE';
        let before = status;
        for (const name of names) {
          const operation = moves[name]?.(arn) ?? on('DescribeCertificateAuthority', arn);
          const expected = table[status]?.[name];
          expect(session.answer(operation)).toBe(expected === undefined ? 'InvalidStateException' : 'Success');
          if (name === 'delete' && expected !== undefined) before = status;
          status = expected === 'the state before' ? before : (expected ?? status);
          const described = session.output(on('DescribeCertificateAuthority', arn))['CertificateAuthority'];
          expect(described).toMatchObject({ Arn: arn, Status: status });
        }
      }),
    );
  });

  test('give the messages of live answers for forbidden calls', () => {
    const session = startSession();
    const arn = create(session);
    const update = on('UpdateCertificateAuthority', arn, { Status: 'DISABLED' });
    expect(messageOf(session, update)).toBe(
      'The certificate authority must be in the ACTIVE or DISABLED state to be updated',
    );
    session.output(on('ImportCertificateAuthorityCertificate', arn, certificate));
    expect(messageOf(session, on('DeleteCertificateAuthority', arn))).toBe(
      'The certificate authority is not in a valid state for deletion.',
    );
    session.output(update);
    session.output(on('DeleteCertificateAuthority', arn));
    expect(messageOf(session, on('ListTags', arn))).toBe(
      'The certificate authority is in the DELETED state and must be restored to complete this action.',
    );
    const fetch = on('GetCertificate', arn, { CertificateArn: `${arn}/certificate/00` });
    expect(messageOf(session, fetch)).toBe(
      `The certificate authority ${arn} is not in the correct state to have issued certificates.`,
    );
  });

  test('a subordinate CA needs a chain', () => {
    const session = startSession();
    const arn = create(session, { CertificateAuthorityType: 'SUBORDINATE' });
    expect(session.answer(on('ImportCertificateAuthorityCertificate', arn, certificate))).toBe(
      'MalformedCertificateException',
    );
    const withChain = { ...certificate, CertificateChain: new Uint8Array([2]) };
    expect(session.answer(on('ImportCertificateAuthorityCertificate', arn, withChain))).toBe('Success');
  });
});

describe('the restoration period', () => {
  test.each([
    [6, 'ValidationException'],
    [7, 'Success'],
    [30, 'Success'],
    [31, 'ValidationException'],
    [7.5, 'ValidationException'],
  ])('of %s days is answered with %s', (days, expected) => {
    const session = startSession();
    const arn = create(session);
    expect(session.answer(on('DeleteCertificateAuthority', arn, { PermanentDeletionTimeInDays: days }))).toBe(expected);
  });

  test('is 30 days by default, and after it the CA no longer exists', () => {
    const session = startSession();
    const arn = create(session);
    session.output(on('DeleteCertificateAuthority', arn));
    expect(session.output(on('DescribeCertificateAuthority', arn))['CertificateAuthority']).toMatchObject({
      RestorableUntil: new Date(session.atMs + 30 * dayMs),
    });
    session.atMs += 30 * dayMs;
    expect(session.answer(on('DescribeCertificateAuthority', arn))).toBe('Success');
    session.atMs += 1;
    expect(session.answer(on('DescribeCertificateAuthority', arn))).toBe('ResourceNotFoundException');
    expect(session.answer(on('RestoreCertificateAuthority', arn))).toBe('ResourceNotFoundException');
    expect(session.output({ kind: 'ListCertificateAuthorities', input: {} })['CertificateAuthorities']).toEqual([]);
  });
});

describe('an idempotency token', () => {
  test('creates one CA within five minutes, and another one afterwards', () => {
    const session = startSession();
    const first = create(session, { IdempotencyToken: 'token' });
    session.atMs += 5 * 60_000 - 1;
    expect(create(session, { IdempotencyToken: 'token' })).toBe(first);
    expect(create(session, { IdempotencyToken: 'other' })).not.toBe(first);
    session.atMs += 1;
    expect(create(session, { IdempotencyToken: 'token' })).not.toBe(first);
  });

  test('creates one certificate for each CA', () => {
    const session = startSession();
    const issue = (arn: string): unknown =>
      session.output(
        on('IssueCertificate', arn, {
          Csr: new Uint8Array([1]),
          SigningAlgorithm: 'SHA256WITHECDSA',
          TemplateArn: 'arn:aws:acm-pca:::template/RootCACertificate/V1',
          Validity: { Type: 'DAYS', Value: 1 },
          IdempotencyToken: 'token',
        }),
      )['CertificateArn'];
    const [one, other] = [create(session), create(session)];
    expect(issue(one)).toBe(issue(one));
    expect(issue(one)).not.toBe(issue(other));
  });

  test('is removed eventually', () => {
    const session = startSession();
    for (let count = 0; count < 2_000; count += 1) {
      session.atMs += 60_000;
      create(session, { IdempotencyToken: `token-${count}` });
    }
    expect(session.state.tokens.size).toBeLessThan(600);
  });
});

describe('the list of CAs', () => {
  test('has pages that contain each CA once, in the order of creation', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 130 }), fc.integer({ min: 1, max: 1_000 }), (count, pageSize) => {
        const session = startSession();
        const arns = Array.from({ length: count }, () => create(session));
        const listed: unknown[] = [];
        let page: object = {};
        do {
          const input = { MaxResults: pageSize, ...page };
          const output = session.output({ kind: 'ListCertificateAuthorities', input });
          const items = output['CertificateAuthorities'] as readonly { readonly Arn: string }[];
          expect(items.length).toBeLessThanOrEqual(Math.min(pageSize, 100));
          listed.push(...items.map(({ Arn: arn }) => arn));
          page = output['NextToken'] === undefined ? {} : { NextToken: output['NextToken'] };
        } while ('NextToken' in page);
        expect(listed).toEqual(arns);
      }),
      { numRuns: 20 },
    );
  });

  test.each([
    [{ MaxResults: 0 }, 'ValidationException'],
    [{ MaxResults: 1_001 }, 'ValidationException'],
    [{ NextToken: 'nonsense' }, 'InvalidNextTokenException'],
  ])('refuses %j', (input, expected) => {
    expect(startSession().answer({ kind: 'ListCertificateAuthorities', input })).toBe(expected);
  });

  test('contains no CAs of other accounts', () => {
    const session = startSession();
    create(session);
    const input = { ResourceOwner: 'OTHER_ACCOUNTS' } as const;
    expect(session.output({ kind: 'ListCertificateAuthorities', input })).toEqual({ CertificateAuthorities: [] });
  });
});

describe('an ARN that does not name a CA of the caller', () => {
  const id = '12345678-1234-1234-1234-123456789012';
  test.each([
    ['arn', 'ValidationException'],
    ['arn:aws:acm-pca:us-east-1:111122223333:something/else', 'InvalidArnException'],
    [`arn:aws:acm-pca:eu-west-1:111122223333:certificate-authority/${id}`, 'InvalidArnException'],
    [`arn:aws:acm-pca:us-east-1:444455556666:certificate-authority/${id}`, 'AccessDeniedException'],
    [`arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/${id}`, 'ResourceNotFoundException'],
  ])('%s is answered with %s', (arn, expected) => {
    expect(startSession().answer(on('DescribeCertificateAuthority', arn))).toBe(expected);
  });
});

describe('tags', () => {
  test('are added, replaced, and removed by key or by key and value', () => {
    const session = startSession();
    const arn = create(session, { Tags: [{ Key: 'a', Value: '1' }] });
    session.output(on('TagCertificateAuthority', arn, { Tags: [{ Key: 'a', Value: '2' }, { Key: 'b' }] }));
    session.output(on('UntagCertificateAuthority', arn, { Tags: [{ Key: 'a', Value: '1' }, { Key: 'b' }] }));
    expect(session.output(on('ListTags', arn))).toEqual({ Tags: [{ Key: 'a', Value: '2' }] });
  });

  test.each([
    [[{ Key: 'aws:x' }], 'InvalidTagException'],
    [[{ Key: 'a' }, { Key: 'a' }], 'InvalidTagException'],
    [[{ Key: '#' }], 'InvalidTagException'],
    [Array.from({ length: 50 }, (_, index) => ({ Key: `k${index}` })), 'TooManyTagsException'],
  ])('%j are refused', (tags, expected) => {
    const session = startSession();
    const arn = create(session, { Tags: [{ Key: 'first' }] });
    expect(session.answer(on('TagCertificateAuthority', arn, { Tags: tags }))).toBe(expected);
  });
});

test('a key of one family cannot sign with an algorithm of the other', () => {
  const configuration = { KeyAlgorithm: 'RSA_2048', SigningAlgorithm: 'SHA256WITHECDSA', Subject: {} } as const;
  expect(startSession().answer(creation({ CertificateAuthorityConfiguration: configuration }))).toBe(
    'InvalidArgsException',
  );
});

test('permissions are granted once, listed and revoked', () => {
  const session = startSession();
  const arn = create(session);
  const principal = { Principal: 'acm.amazonaws.com' };
  const grant = { ...principal, Actions: ['IssueCertificate', 'GetCertificate', 'ListPermissions'] };
  expect(session.answer(on('CreatePermission', arn, { ...principal, Actions: ['GetCertificate'] }))).toBe(
    'ValidationException',
  );
  expect(session.answer(on('CreatePermission', arn, grant))).toBe('Success');
  expect(session.answer(on('CreatePermission', arn, grant))).toBe('PermissionAlreadyExistsException');
  expect(session.output(on('ListPermissions', arn))['Permissions']).toMatchObject([{ SourceAccount: caller.account }]);
  expect(session.answer(on('DeletePermission', arn, principal))).toBe('Success');
  expect(session.answer(on('DeletePermission', arn, principal))).toBe('ResourceNotFoundException');
});

function serialOf(certificateArn: string): string {
  return certificateArn.slice(certificateArn.lastIndexOf('/') + 1);
}

test('certificates are revoked once, by serial number in any form, unless they are self-signed', () => {
  const session = startSession();
  const arn = create(session);
  const issue = (template: string): string =>
    String(
      session.output(
        on('IssueCertificate', arn, {
          Csr: new Uint8Array([1]),
          SigningAlgorithm: 'SHA256WITHECDSA',
          TemplateArn: `arn:aws:acm-pca:::template/${template}/V1`,
          Validity: { Type: 'DAYS', Value: 1 },
        }),
      )['CertificateArn'],
    );
  const revoke = (serial: string): string =>
    session.answer(on('RevokeCertificate', arn, { CertificateSerial: serial, RevocationReason: 'SUPERSEDED' }));
  const own = issue('RootCACertificate');
  session.output(on('ImportCertificateAuthorityCertificate', arn, certificate));
  const serial = serialOf(issue('EndEntityCertificate'));
  expect(revoke(`00:${serial.toUpperCase().replaceAll(/(..)(?=.)/g, '$1:')}`)).toBe('Success');
  expect(revoke(serial)).toBe('RequestAlreadyProcessedException');
  expect(revoke(serialOf(own))).toBe('InvalidRequestException');
  expect(revoke('abcdef')).toBe('ResourceNotFoundException');
});

test('the state can be saved as JSON, and belongs to one caller', () => {
  const session = startSession();
  const arn = create(session, { IdempotencyToken: 'token', Tags: [{ Key: 'a' }] });
  session.output(on('ImportCertificateAuthorityCertificate', arn, certificate));
  const saved: unknown = JSON.parse(JSON.stringify(encodeState(session.state)));
  const read = decodeState(saved, caller);
  expect(encodeState(read)).toEqual(encodeState(session.state));
  expect(() => decodeState(saved, { ...caller, account: '444455556666' })).toThrow('belongs to account 111122223333');
  expect(() => decodeState({}, caller)).toThrow('authorities');
});

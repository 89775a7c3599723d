// An emulator of the reference service for tests, with a clock that tests advance.

import { ACMPCAClient } from '@aws-sdk/client-acm-pca';
import type { OperationInputs, OperationName } from '../../api/operation.js';
import type { Outcome } from '../../api/outcome.js';
import type { Output } from '../../api/outcome.js';
import { referenceService } from '../../model/reference-service.js';
import { decodeState, encodeState } from '../../model/state/state-codec.js';
import type { ServiceState } from '../../model/state/state.js';
import { sendOperation } from '../../targets/sdk-client.js';
import { startEmulator, type Emulator, type EmulatorOptions } from '../emulator.js';

export const caller = { partition: 'aws', region: 'us-east-1', account: '111122223333' };
export const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' };

export interface TestEmulator extends Emulator {
  readonly clock: { nowMs: number };
  readonly client: ACMPCAClient;
  /** Sends the operation through the SDK. */
  call<Name extends OperationName>(kind: Name, input: OperationInputs[Name]): Promise<Outcome>;
  /** The output of a call that has to succeed. */
  output<Name extends OperationName>(kind: Name, input: OperationInputs[Name]): Promise<Output>;
}

export interface TestOptions extends Partial<Omit<EmulatorOptions<ServiceState>, 'persistence'>> {
  readonly stateFile?: string;
}

export async function startReference({ stateFile, ...options }: TestOptions = {}): Promise<TestEmulator> {
  const clock = { nowMs: Date.UTC(2026, 0, 31, 12) };
  const emulator = await startEmulator({
    service: referenceService(caller),
    nowMs: () => clock.nowMs,
    ...caller,
    ...(stateFile === undefined
      ? {}
      : { persistence: { path: stateFile, encode: encodeState, decode: (data) => decodeState(data, caller) } }),
    ...options,
  });
  const client = createClient(emulator.url);
  const call: TestEmulator['call'] = (kind, input) =>
    // Each name has its own input type, but the compiler cannot check a union of operations.
    sendOperation(client, { kind, input } as Parameters<typeof sendOperation>[1], { deadlineMs: 30_000 });
  return {
    ...emulator,
    clock,
    client,
    call,
    async output(kind, input) {
      const outcome = await call(kind, input);
      if (outcome.kind === 'success') return outcome.output;
      throw new Error(`${kind} was answered with ${JSON.stringify(outcome)}`);
    },
    async close() {
      client.destroy();
      await emulator.close();
    },
  };
}

export function createClient(url: string, overrides: ConstructorParameters<typeof ACMPCAClient>[0] = {}): ACMPCAClient {
  return new ACMPCAClient({ endpoint: url, region: caller.region, credentials, maxAttempts: 1, ...overrides });
}

export async function createAuthority(
  { output }: Pick<TestEmulator, 'output'>,
  overrides: Partial<OperationInputs['CreateCertificateAuthority']> = {},
): Promise<string> {
  const { CertificateAuthorityArn: arn } = await output('CreateCertificateAuthority', {
    CertificateAuthorityType: 'ROOT',
    CertificateAuthorityConfiguration: {
      KeyAlgorithm: 'EC_prime256v1',
      SigningAlgorithm: 'SHA256WITHECDSA',
      Subject: { CommonName: 'test' },
    },
    ...overrides,
  });
  return String(arn);
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Sends a body unchanged, without a signature. */
export async function post(
  url: string,
  operation: string,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): Promise<RawAnswer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': `ACMPrivateCA.${operation}`, ...headers },
    body,
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

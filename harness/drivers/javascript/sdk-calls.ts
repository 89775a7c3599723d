// Makes calls with a given version of the AWS SDK for JavaScript v3, and reports how they end for the user of the SDK.

import type * as AcmPca from '@aws-sdk/client-acm-pca';
import {
  driverCapabilities,
  type CallAnswer,
  type DriverCall,
  type DriverCapability,
  type EndpointQuestion,
} from '../../api/driver.js';

/** The parts of `@aws-sdk/client-acm-pca` that are used. */
export type Sdk = Pick<typeof AcmPca, 'ACMPCAClient' | 'PutPolicyCommand' | 'GetPolicyCommand' | 'DeletePolicyCommand'>;

/** An answer without the id of the call. */
export type SdkAnswer = CallAnswer extends infer Answer ? (Answer extends unknown ? Omit<Answer, 'id'> : never) : never;

export interface SdkCalls {
  call(call: DriverCall, signal?: AbortSignal): Promise<SdkAnswer>;
  endpointFor(question: EndpointQuestion): Promise<SdkAnswer>;
  /** Closes the connections. */
  close(): void;
}

/** The capabilities of the driver: all. */
export const capabilities: readonly DriverCapability[] = driverCapabilities;

const members: Readonly<Record<string, readonly string[]>> = {
  PutPolicy: ['ResourceArn', 'Policy'],
  GetPolicy: ['ResourceArn'],
  DeletePolicy: ['ResourceArn'],
};

export function createSdkCalls(sdk: Sdk): SdkCalls {
  const clients = new Map<string, AcmPca.ACMPCAClient>();
  /** One client for all calls that have the same settings. */
  const clientFor = ({ endpoint, region, credentials, maxAttempts }: DriverCall): AcmPca.ACMPCAClient => {
    const key = JSON.stringify([endpoint, region, credentials, maxAttempts]);
    const known = clients.get(key);
    if (known !== undefined) return known;
    const { accessKeyId, secretAccessKey, sessionToken } = credentials;
    const client = new sdk.ACMPCAClient({
      region,
      credentials: { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) },
      ...(endpoint === null ? {} : { endpoint }),
      ...(maxAttempts === null ? {} : { maxAttempts }),
    });
    clients.set(key, client);
    return client;
  };
  return {
    async call(call, signal) {
      const { operation, input, deadlineMs } = call;
      const known = members[operation];
      if (known === undefined) return { type: 'unsupported', reason: `no operation ${operation}` };
      const unknown = Object.keys(input).filter((member) => !known.includes(member));
      if (unknown.length > 0)
        return { type: 'unsupported', reason: `${operation} has no member ${unknown.join(', ')}` };
      const deadline = deadlineMs === null ? undefined : AbortSignal.timeout(deadlineMs);
      try {
        return { type: 'ok', output: await send(sdk, clientFor(call), call, anyOf(signal, deadline)) };
      } catch (error) {
        if (signal?.aborted === true) return failed('cancelled', error);
        return deadline?.aborted === true ? failed('timeout', error) : answerOfError(error);
      }
    },
    async endpointFor({ region, useFips, useDualStack }) {
      const client = new sdk.ACMPCAClient({ region, useFipsEndpoint: useFips, useDualstackEndpoint: useDualStack });
      try {
        const parameters = { Region: region, UseFIPS: useFips, UseDualStack: useDualStack };
        return { type: 'ok', output: { url: client.config.endpointProvider(parameters).url.href } };
      } catch (error) {
        return failed('request', error);
      } finally {
        client.destroy();
      }
    },
    close() {
      for (const client of clients.values()) client.destroy();
    },
  };
}

function anyOf(...signals: readonly (AbortSignal | undefined)[]): AbortSignal {
  return AbortSignal.any(signals.filter((signal) => signal !== undefined));
}

async function send(
  { PutPolicyCommand, GetPolicyCommand, DeletePolicyCommand }: Sdk,
  client: AcmPca.ACMPCAClient,
  { operation, input }: DriverCall,
  abortSignal: AbortSignal,
): Promise<Readonly<Record<string, unknown>>> {
  // Unchanged, because a missing member or one of another type is the SDK's concern.
  const given = input as unknown as AcmPca.PutPolicyCommandInput;
  const sent = { abortSignal };
  const { $metadata: _, ...output } =
    operation === 'PutPolicy'
      ? await client.send(new PutPolicyCommand(given), sent)
      : operation === 'GetPolicy'
        ? await client.send(new GetPolicyCommand(given), sent)
        : await client.send(new DeletePolicyCommand(given), sent);
  return Object.fromEntries(Object.entries(output).filter(([, value]) => value !== undefined));
}

function answerOfError(error: unknown): SdkAnswer {
  if (!(error instanceof Error)) return failed('other', error);
  const { code, metadata, isAnswered, isOfService, isRetryable } = factsOf(error);
  if (isOfService) {
    return {
      type: 'serviceError',
      code: error.name,
      className: error.constructor.name,
      message: typeof error.message === 'string' ? error.message : null,
      status: metadata.httpStatusCode ?? null,
      requestId: metadata.requestId ?? null,
      retryable: isRetryable ? true : null,
    };
  }
  if (isAnswered) return failed('answer', error);
  if (error.name === 'TimeoutError' && code === undefined) return failed('timeout', error);
  return failed(code === undefined ? 'request' : 'connection', error);
}

interface Metadata {
  readonly httpStatusCode?: number;
  readonly requestId?: string;
}

/** The members that the SDK may add to an error, some of them not enumerable. `code` is that of Node.js. */
function factsOf(error: Error): {
  readonly code: unknown;
  readonly metadata: Metadata;
  readonly isAnswered: boolean;
  readonly isOfService: boolean;
  readonly isRetryable: boolean;
} {
  const get = (name: string): unknown => Reflect.get(error, name);
  const metadata: Metadata = { ...Object(get('$metadata')) };
  return {
    code: get('code'),
    metadata,
    isAnswered: get('$response') !== undefined || metadata.httpStatusCode !== undefined,
    isOfService: get('$fault') !== undefined,
    isRetryable: get('$retryable') !== undefined,
  };
}

type Cause = Extract<SdkAnswer, { readonly type: 'transportError' }>['cause'];

function failed(cause: Cause, error: unknown): SdkAnswer {
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { type: 'transportError', cause, message };
}

// A small client of the API that is correct in everything, as parts that can be mutated one at a time.
// Sources: those of the requirements SDK-01 to SDK-123.

import { SignatureV4 } from '@smithy/signature-v4';
import type { CallAnswer, DriverCall, DriverCapability, EndpointQuestion } from '../../api/driver.js';
import { Sha256 } from '../../api/sha256.js';
import { endpointUrl } from './endpoint-rules.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** A request before it is sent. Headers are in the order in which they are sent. */
export interface PlainRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** A complete answer. */
export interface PlainAnswer {
  readonly status: number;
  /** By names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The names of the headers as they were sent. */
  readonly rawNames: readonly string[];
  readonly bytes: Uint8Array;
  /** The bytes as UTF-8. */
  readonly text: string;
}

export interface SigningChoice {
  readonly credentials: DriverCall['credentials'];
  readonly region: string;
  readonly service: string;
  /** Milliseconds since 1970. */
  readonly nowMs: number;
}

/** Every decision of a client. */
export interface ClientParts {
  readonly capabilities: readonly DriverCapability[];
  /** Why a call is not sent at all. */
  refusal(call: DriverCall): CallAnswer | undefined;
  membersOf(call: DriverCall): Readonly<Record<string, unknown>>;
  bodyOf(members: Readonly<Record<string, unknown>>): Uint8Array;
  endpointOf(call: DriverCall, environment: Environment): string;
  requestOf(call: DriverCall, endpoint: string, body: Uint8Array): PlainRequest;
  signingChoice(call: DriverCall, environment: Environment, nowMs: number): SigningChoice;
  sign(request: PlainRequest, choice: SigningChoice): Promise<PlainRequest>;
  errorName(answer: PlainAnswer): string | undefined;
  readError(answer: PlainAnswer, name: string | undefined): CallAnswer;
  readOutput(call: DriverCall, answer: PlainAnswer): CallAnswer;
  /** The result of a body that ended before its announced length. */
  readPartial(text: string): CallAnswer;
  isRetryable(answer: CallAnswer, call: DriverCall): boolean;
  attemptsOf(call: DriverCall): number;
  waitMs(attempt: number): number;
  deadlineMsOf(call: DriverCall): number | null;
  /** Whether a cancelled call ends. */
  readonly endsWhenCancelled: boolean;
  /** How often a request is sent in one attempt. */
  copiesOf(call: DriverCall): number;
  readonly trustsEveryCertificate: boolean;
  readonly httpVersion: '1.1' | '1.0';
  /** The result of the client, just before its user receives it. */
  handOn(answer: CallAnswer, call: DriverCall): CallAnswer;
  urlFor(question: EndpointQuestion): string;
  /** What it logs about a call. */
  log(call: DriverCall): string;
}

const throttling = [
  'ThrottlingException',
  'Throttling',
  'ThrottledException',
  'RequestThrottledException',
  'TooManyRequestsException',
];

export const correctParts: ClientParts = {
  capabilities: ['concurrency', 'cancel', 'deadline', 'max-attempts', 'session-token', 'endpoints'],
  refusal: () => undefined,
  membersOf: ({ operation, input }) => knownMembers(operation, input),
  bodyOf: (members) => Buffer.from(JSON.stringify(members)),
  endpointOf: ({ endpoint, region }, environment) =>
    endpoint ??
    environment['AWS_ENDPOINT_URL_ACM_PCA'] ??
    environment['AWS_ENDPOINT_URL'] ??
    endpointUrl({ region, useFips: false, useDualStack: false }),
  requestOf: ({ operation }, endpoint, body) => {
    const url = new URL(endpoint);
    return {
      method: 'POST',
      url,
      headers: {
        host: url.host,
        'x-amz-target': `ACMPrivateCA.${operation}`,
        'content-type': 'application/x-amz-json-1.1',
        'content-length': String(body.length),
        'user-agent': 'plain-client/1',
      },
      body,
    };
  },
  signingChoice: ({ credentials, region }, _environment, nowMs) => ({
    credentials,
    region,
    service: 'acm-pca',
    nowMs,
  }),
  sign,
  errorName: ({ headers, text }) => {
    const members = membersIn(text);
    const found = headers['x-amzn-errortype'] ?? members?.['__type'] ?? members?.['code'];
    return typeof found === 'string' ? found.split(':', 1)[0]?.split('#').at(-1) : undefined;
  },
  readError: ({ status, headers, text }, name) => {
    const members = membersIn(text);
    const message = members?.['message'] ?? members?.['Message'];
    return {
      type: 'serviceError',
      id: '',
      code: name ?? null,
      className: name ?? null,
      message: typeof message === 'string' ? message : null,
      status,
      requestId: headers['x-amzn-requestid'] ?? null,
      retryable: null,
    };
  },
  readOutput: ({ operation }, { text }) => {
    const members = text === '' ? {} : membersIn(text);
    if (members === undefined) return unreadable('the answer is not a JSON object');
    const { Policy: policy } = members;
    return {
      type: 'ok',
      id: '',
      output: operation === 'GetPolicy' && typeof policy === 'string' ? { Policy: policy } : {},
    };
  },
  readPartial: () => ({ type: 'transportError', id: '', cause: 'connection', message: 'the answer ended early' }),
  isRetryable: (answer) => {
    if (answer.type === 'transportError') return answer.cause === 'connection';
    if (answer.type !== 'serviceError') return false;
    return throttling.includes(answer.code ?? '') || [500, 502, 503, 504].includes(answer.status ?? 0);
  },
  attemptsOf: ({ maxAttempts }) => maxAttempts ?? 3,
  waitMs: () => 20,
  deadlineMsOf: ({ deadlineMs }) => deadlineMs,
  endsWhenCancelled: true,
  copiesOf: () => 1,
  trustsEveryCertificate: false,
  httpVersion: '1.1',
  handOn: (answer) => answer,
  urlFor: endpointUrl,
  log: () => '',
};

/** The members that the model has. */
function knownMembers(operation: string, input: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const known = operation === 'PutPolicy' ? ['ResourceArn', 'Policy'] : ['ResourceArn'];
  return Object.fromEntries(Object.entries(input).filter(([name]) => known.includes(name)));
}

/** The members of a JSON object; undefined if the text is not one. */
export function membersIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : undefined;
  } catch {
    return undefined;
  }
}

export function unreadable(message: string): CallAnswer {
  return { type: 'transportError', id: '', cause: 'answer', message };
}

async function sign(request: PlainRequest, choice: SigningChoice): Promise<PlainRequest> {
  const { credentials, region, service, nowMs } = choice;
  const { accessKeyId, secretAccessKey, sessionToken } = credentials;
  const signer = new SignatureV4({
    credentials: { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) },
    region,
    service,
    sha256: Sha256,
    applyChecksum: false,
  });
  const signed = await signer.sign(
    {
      method: request.method,
      protocol: request.url.protocol,
      hostname: request.url.hostname,
      path: request.url.pathname,
      query: {},
      headers: { ...request.headers },
      body: request.body,
    },
    { signingDate: new Date(nowMs) },
  );
  return { ...request, headers: signed.headers };
}

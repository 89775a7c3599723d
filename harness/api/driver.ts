// The driver protocol `pca-driver/1`: what the suite says to a client of the API in any language, and what it answers.
// Lines of JSON on stdin and stdout, split at 0x0A alone; harness/drivers/PROTOCOL.md is for those who write a driver.

import { z } from 'zod';

export const driverProtocol = 'pca-driver/1';

/**
 * What a driver may be able to do beyond one call after another.
 * - `concurrency`: calls may overlap, and are answered in any order;
 * - `cancel`: a call that is under way can be given up;
 * - `deadline`: `deadlineMs` ends a call;
 * - `max-attempts`: `maxAttempts` is honoured;
 * - `session-token`: temporary credentials are signed with their token;
 * - `endpoints`: says which endpoint the SDK computes for a region, without a call;
 * - `unchecked-input`: what the SDK would refuse to send can be sent, where it is told not to look at the input.
 */
export const driverCapabilities = [
  'concurrency',
  'cancel',
  'deadline',
  'max-attempts',
  'session-token',
  'endpoints',
  'unchecked-input',
] as const;

export type DriverCapability = (typeof driverCapabilities)[number];

const text = z.string();

// --- what the suite says -------------------------------------------------------------------------------------------

const helloRequest = z.strictObject({ type: z.literal('hello'), protocol: text });

const driverCredentials = z.strictObject({
  accessKeyId: text,
  secretAccessKey: text,
  sessionToken: text.optional(),
});

export const callRequest = z.strictObject({
  type: z.literal('call'),
  id: text.describe('Repeated in the answer.'),
  operation: text.describe('As the service model spells it: PutPolicy. Anything unknown is answered with unsupported.'),
  input: z.record(text, z.unknown()).describe('The members as the service model spells them, passed on unchanged.'),
  endpoint: text.nullable().describe('null: none is set, the SDK finds its own, for example in its environment.'),
  region: text,
  credentials: driverCredentials.describe('The only ones to be used, whatever the environment holds.'),
  deadlineMs: z
    .int()
    .positive()
    .nullable()
    .describe('For the whole call, in milliseconds. null: the default of the SDK.'),
  maxAttempts: z.int().positive().nullable().describe('1 is no retry. null: the default of the SDK.'),
  checkInput: z
    .literal(false)
    .optional()
    .describe('The SDK is not to refuse an input. Only there for a driver that says unchecked-input.'),
});

/** Asks which URL the SDK would send a call to. Nothing is sent. Answered by `ok` with `{ "url": … }` as its output. */
export const endpointRequest = z.strictObject({
  type: z.literal('endpoint'),
  id: text,
  region: text,
  useFips: z.boolean(),
  useDualStack: z.boolean(),
});

/** Gives a call up; it is still answered, by `transportError` with the cause `cancelled` where that worked. */
const cancelRequest = z.strictObject({ type: z.literal('cancel'), id: text });

/** The driver ends what is under way, and itself with exit code 0. It has no answer. */
const byeRequest = z.strictObject({ type: z.literal('bye') });

export const driverRequest = z.discriminatedUnion('type', [
  helloRequest,
  callRequest,
  endpointRequest,
  cancelRequest,
  byeRequest,
]);

// --- what the driver answers ---------------------------------------------------------------------------------------

export const helloAnswer = z.strictObject({
  type: z.literal('hello'),
  protocol: text,
  language: text.describe('For example "Python 3.11".'),
  sdk: z.strictObject({ name: text, version: text }),
  capabilities: z.array(z.enum(driverCapabilities)),
});

const okAnswer = z.strictObject({
  type: z.literal('ok'),
  id: text,
  output: z
    .record(text, z.unknown())
    .describe('The members as the service model spells them; a member that the SDK does not set is absent.'),
});

/** The SDK reported an error of the service. `null` stands for what the SDK does not tell its user. */
const serviceErrorAnswer = z.strictObject({
  type: z.literal('serviceError'),
  id: text,
  code: text.nullable().describe('The name of the error as the SDK gives it.'),
  className: text.nullable().describe('The class or type that a user would catch, without its package.'),
  message: text.nullable(),
  status: z.int().nullable(),
  requestId: text.nullable(),
  retryable: z.boolean().nullable(),
});

/**
 * The SDK reported that the call came to nothing for another reason than an error of the service.
 * - `connection`: refused, reset, ended early; - `timeout`: the deadline passed; - `cancelled`: given up on request;
 * - `answer`: what came back could not be read; - `request`: the SDK refused to send it; - `other`.
 */
const transportErrorAnswer = z.strictObject({
  type: z.literal('transportError'),
  id: text,
  cause: z.enum(['connection', 'timeout', 'cancelled', 'answer', 'request', 'other']),
  message: text,
});

/** The driver, or its SDK, does not offer this. */
const unsupportedAnswer = z.strictObject({ type: z.literal('unsupported'), id: text, reason: text });

/** A fault of the driver itself, not of the SDK. */
const driverErrorAnswer = z.strictObject({ type: z.literal('driverError'), id: text, message: text });

export const callAnswer = z.discriminatedUnion('type', [
  okAnswer,
  serviceErrorAnswer,
  transportErrorAnswer,
  unsupportedAnswer,
  driverErrorAnswer,
]);

export const driverAnswer = z.discriminatedUnion('type', [helloAnswer, ...callAnswer.options]);

export type DriverRequest = z.infer<typeof driverRequest>;
export type DriverHello = z.infer<typeof helloAnswer>;
export type DriverCall = Omit<z.infer<typeof callRequest>, 'type' | 'id'>;
export type EndpointQuestion = Omit<z.infer<typeof endpointRequest>, 'type' | 'id'>;
export type DriverAnswer = z.infer<typeof driverAnswer>;
/** How one call ended for the user of the SDK. */
export type CallAnswer = z.infer<typeof callAnswer>;

// --- a driver that runs --------------------------------------------------------------------------------------------

/** A client of the API as the suite uses it, in this process or behind a pipe. */
export interface Driver {
  readonly hello: DriverHello;
  /** Never rejects for what the SDK reports. Rejects with DriverFault where the driver breaks the protocol or dies. */
  call(call: DriverCall, options?: { readonly signal?: AbortSignal | undefined }): Promise<CallAnswer>;
  /** Which URL the SDK computes; rejects as `call` does. */
  endpointFor(question: EndpointQuestion): Promise<CallAnswer>;
  /** What it wrote on stderr last; empty where there is nothing. */
  stderrTail(): string;
  /** Says goodbye; rejects with DriverFault where it does not end cleanly. */
  close(): Promise<void>;
}

export interface StartDriverOptions {
  /** Variables in place of those of this process; names that begin with AWS_ are otherwise taken away. */
  readonly environment?: Readonly<Record<string, string>> | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Starts the driver afresh, with an environment of its own: a fault of one case does not reach the next. */
export type StartDriver = (options?: StartDriverOptions) => Promise<Driver>;

/** The driver broke the protocol, or died: a fault of the driver, not of its SDK. Ends the run with exit code 7. */
export class DriverFault extends Error {
  override readonly name = 'DriverFault';
}

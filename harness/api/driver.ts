// The driver protocol `pca-driver/1`: the messages between the suite and a client of the API in any language, as JSON lines
// on stdin and stdout, split only at 0x0A. harness/drivers/PROTOCOL.md documents it for authors of drivers.

import { z } from 'zod';
import { protocols } from './protocol.js';

export const driverProtocol = 'pca-driver/1';

/**
 * What a driver may offer beyond sequential calls.
 * - `concurrency`: calls may overlap, and are answered in any order;
 * - `cancel`: a pending call can be cancelled;
 * - `deadline`: `deadlineMs` ends a call;
 * - `max-attempts`: `maxAttempts` is honoured;
 * - `session-token`: temporary credentials are signed with their token;
 * - `endpoints`: says which endpoint the SDK computes for a region, without a call;
 * - `unchecked-input`: input that the SDK would reject can be sent, by disabling the SDK's validation.
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

// --- requests of the suite -----------------------------------------------------------------------------------------

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
  endpoint: text.nullable().describe('null: none is given, the SDK finds its own, for example in its environment.'),
  region: text,
  credentials: driverCredentials.describe('The only credentials to use, regardless of the environment.'),
  deadlineMs: z
    .int()
    .positive()
    .nullable()
    .describe('For the whole call, in milliseconds. null: the default of the SDK.'),
  maxAttempts: z.int().positive().nullable().describe('1 is no retry. null: the default of the SDK.'),
  protocol: z
    .enum(protocols)
    .optional()
    .describe('The protocol that the SDK is told to use; sent only to a driver that lists it in its hello.'),
  checkInput: z
    .literal(false)
    .optional()
    .describe('Whether the SDK validates the input. Only for drivers that offer unchecked-input.'),
});

/** Asks for the URL to which the SDK would send a call, without sending it. Answered with `ok` and the output `{ "url": … }`. */
export const endpointRequest = z.strictObject({
  type: z.literal('endpoint'),
  id: text,
  region: text,
  useFips: z.boolean(),
  useDualStack: z.boolean(),
});

/** Cancels a call, which is still answered: with `transportError` and the cause `cancelled` if that succeeded. */
const cancelRequest = z.strictObject({ type: z.literal('cancel'), id: text });

/** The driver ends all pending calls and exits with code 0. There is no answer. */
const byeRequest = z.strictObject({ type: z.literal('bye') });

export const driverRequest = z.discriminatedUnion('type', [
  helloRequest,
  callRequest,
  endpointRequest,
  cancelRequest,
  byeRequest,
]);

// --- answers of the driver -----------------------------------------------------------------------------------------

export const helloAnswer = z.strictObject({
  type: z.literal('hello'),
  protocol: text,
  language: text.describe('For example "Python 3.11".'),
  sdk: z.strictObject({ name: text, version: text }),
  capabilities: z.array(z.enum(driverCapabilities)),
  protocols: z
    .array(z.enum(protocols))
    .min(1)
    .optional()
    .describe('The protocols that the SDK can be told to use. Absent: it uses the one that it chooses.'),
});

const okAnswer = z.strictObject({
  type: z.literal('ok'),
  id: text,
  output: z
    .record(text, z.unknown())
    .describe('The members as the service model spells them; a member that the SDK does not set is absent.'),
});

/** The SDK reported an error of the service. `null` means that the SDK does not report the value. */
const serviceErrorAnswer = z.strictObject({
  type: z.literal('serviceError'),
  id: text,
  code: text.nullable().describe('The name of the error as the SDK reports it.'),
  className: text.nullable().describe('The class or type that a user would catch, without its package.'),
  message: text.nullable(),
  status: z.int().nullable(),
  requestId: text.nullable(),
  retryable: z.boolean().nullable(),
});

/**
 * The SDK reported that the call failed for another reason than an error of the service.
 * - `connection`: refused, reset, ended early; - `timeout`: the deadline passed; - `cancelled`: cancelled on request;
 * - `answer`: the answer could not be read; - `request`: the SDK refused to send the request; - `other`.
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
/** The result of a call for the user of the SDK. */
export type CallAnswer = z.infer<typeof callAnswer>;

// --- a running driver ----------------------------------------------------------------------------------------------

/** A client of the API, in this process or in a child process. */
export interface Driver {
  readonly hello: DriverHello;
  /** Resolves with whatever the SDK reports. Rejects with DriverFault if the driver breaks the protocol or dies. */
  call(call: DriverCall, options?: { readonly signal?: AbortSignal | undefined }): Promise<CallAnswer>;
  /** The URL that the SDK computes; rejects like `call`. */
  endpointFor(question: EndpointQuestion): Promise<CallAnswer>;
  /** The last lines that it wrote on stderr, possibly none. */
  stderrTail(): string;
  /** Sends `bye`; rejects with DriverFault if the driver does not exit cleanly. */
  close(): Promise<void>;
}

export interface StartDriverOptions {
  /** Environment variables that are added or override; variables of this process that begin with AWS_ are removed. */
  readonly environment?: Readonly<Record<string, string>> | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Starts a new driver with its own environment, so that a fault in one case does not affect the next. */
export type StartDriver = (options?: StartDriverOptions) => Promise<Driver>;

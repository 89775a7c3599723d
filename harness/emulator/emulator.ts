// The emulator: hosts a service over HTTP with the protocols of AWS Private CA.
// This folder holds the bundled emulator, which serves any `Service` over HTTP.

import type { HttpAnswer } from '../api/http-answer.js';
import type { AwsKeys } from '../api/aws-keys.js';
import type { Operation } from '../api/operation.js';
import type { Outcome } from '../api/outcome.js';
import type { CallInterceptor } from '../api/overlap.js';
import type { Principals } from '../api/principal.js';
import type { Service } from '../api/service.js';
import { createCallers, type Callers } from './callers.js';
import { createCertificates } from './certificates.js';
import { createDispatcher, type Dispatcher } from './dispatch.js';
import { RequestFault, type Failure } from './failure.js';
import { decodeKeyStore, emptyKeyStore, encodeKeyStore, type KeyStore } from './key-store.js';
import { partsOf, startServer, type Limits, type ReceivedRequest } from './server.js';
import { createIdentification, type Identify } from './identification.js';
import { createStateSaver, readStateFile, StateFileError, type StateSaver } from './state-file.js';
import { answerQuery, readQuery, serviceOf, writeQueryFailure } from './sts.js';
import { protocolOf, readOperation, writeOutcome } from './wire.js';

export interface EmulatorOptions<State> {
  readonly service: Service<State>;
  /** Milliseconds since 1970. */
  readonly nowMs: () => number;
  readonly account: string;
  readonly partition: string;
  readonly region: string;
  /** What STS and IAM return about the owner of the CAs and its account, besides its id. */
  readonly identity?: { readonly callerArn?: string; readonly aliases?: readonly string[] } | undefined;
  /** The principals that call with their preset keys; by default the owner of the CAs makes all calls. */
  readonly principals?: Principals | undefined;
  readonly host?: string | undefined;
  /** By default 0, for a free port. */
  readonly port?: number | undefined;
  /** Enables HTTPS. Texts in PEM. */
  readonly tls?: { readonly key: string; readonly cert: string } | undefined;
  /**
   * The key of the owner, if signatures are verified; then only this key and those of the principals are known. Otherwise any
   * signature is accepted, and none as well, and the owner calls with every key that is not of a principal.
   */
  readonly requireSignature?: AwsKeys | undefined;
  readonly limits?: Partial<Limits> | undefined;
  /** Handles concurrent calls; by default each takes effect when it arrives. */
  readonly intercept?: CallInterceptor | undefined;
  /** How long reads do not show a change; by default not at all. */
  readonly visibilityLagMs?: number | undefined;
  /** Called for every request before it has any effect; a returned value is the answer. */
  readonly admit?: ((arrival: Arrival) => Promise<Failure | undefined> | Failure | undefined) | undefined;
  /** Called for every operation after its effect and before its answer is sent. */
  readonly observe?: ((operation: Operation, outcome: Outcome) => Promise<void> | void) | undefined;
  /** Saves the state in a file, and starts with the saved state. */
  readonly persistence?: Persistence<State> | undefined;
}

/** A received request. */
export interface Arrival {
  /** The name of the operation, or for example `sts:GetCallerIdentity`. */
  readonly name: string;
  readonly request: ReceivedRequest;
}

export interface Persistence<State> {
  readonly path: string;
  /** Plain data, for JSON. */
  readonly encode: (state: State) => unknown;
  /** Throws an error if the data is invalid. */
  readonly decode: (data: unknown) => State;
}

export interface Emulator {
  readonly url: string;
  readonly port: number;
  /** Makes a call as if a client had sent it. */
  perform(operation: Operation): Promise<Outcome>;
  /** Resolves when every pending request was answered and every change is saved. */
  close(): Promise<void>;
}

/** Rejects with a StateFileError, or with the system's error if the port is not available. */
export async function startEmulator<State>(options: EmulatorOptions<State>): Promise<Emulator> {
  const { service, nowMs, persistence, host = '127.0.0.1', port = 0, tls } = options;
  const saved = persistence === undefined ? undefined : await load(persistence);
  const store = saved?.store ?? emptyKeyStore();
  const saver: StateSaver | undefined =
    persistence === undefined
      ? undefined
      : createStateSaver(persistence.path, () => ({
          schema: stateFileSchemaName,
          service: persistence.encode(dispatcher.state()),
          certificates: encodeKeyStore(store),
        }));
  const onChange = (): void => saver?.changed();
  const dispatcher: Dispatcher<State> = createDispatcher({
    service,
    initial: saved?.state ?? service.initial,
    nowMs,
    certificates: createCertificates({ store, nowMs, onChange }),
    onChange,
    saved: () => saver?.saved(),
    intercept: options.intercept,
    visibilityLagMs: options.visibilityLagMs,
  });
  // The file is written at the start, so that an unwritable path is reported immediately.
  if (persistence !== undefined && saved === undefined) {
    onChange();
    await saveFirst(persistence.path, saver?.saved());
  }
  const server = await startServer({
    host,
    port,
    tls,
    limits: options.limits,
    answer: createAnswerer(options, dispatcher),
  });
  const address = host.includes(':') ? `[${host}]` : host;
  return {
    url: `${tls === undefined ? 'http' : 'https'}://${address}:${server.port}`,
    port: server.port,
    perform: (operation) => dispatcher.perform(operation),
    async close() {
      await server.close();
      await saver?.saved();
    },
  };
}

function createAnswerer<State>(
  { account, partition, region, identity, principals, nowMs, requireSignature, admit, observe }: EmulatorOptions<State>,
  dispatcher: Dispatcher<State>,
): (request: ReceivedRequest) => Promise<HttpAnswer> {
  const owner = { arn: identity?.callerArn, keys: requireSignature };
  const callers: Callers = createCallers({ principals, partition, account, owner, nowMs });
  const identify: Identify = createIdentification({ callers, verifies: requireSignature !== undefined, region, nowMs });
  return async (request) => {
    const { id, headers, body } = request;
    const query = readQuery(headers['content-type'], body);
    if (query !== undefined) {
      const action = query.get('Action') ?? '';
      const service = serviceOf(action);
      const caller = await identify(request, service);
      if ('error' in caller) return writeQueryFailure(caller, id);
      const refusal = await admit?.({ name: `${service}:${action}`, request });
      return refusal === undefined
        ? answerQuery(query, { caller, aliases: identity?.aliases, assume: callers.assume }, id)
        : writeQueryFailure(refusal, id);
    }
    const caller = await identify(request, 'acm-pca');
    if ('error' in caller) throw faultOf(caller);
    const parts = partsOf(request);
    const operation = readOperation(parts);
    const objection = await admit?.({ name: operation.kind, request });
    if (objection !== undefined) throw faultOf(objection);
    const outcome = await dispatcher.perform(operation, caller.facts, protocolOf(parts));
    await observe?.(operation, outcome);
    return writeOutcome(operation.kind, outcome, protocolOf(parts));
  };
}

function faultOf({ error, message, status }: Failure): RequestFault {
  return new RequestFault(error, message, status);
}

/** The schema of the state file. */
export const stateFileSchemaName = 'pca-conformance/emulator-state/1';

async function load<State>({
  path,
  decode,
}: Persistence<State>): Promise<{ readonly state: State; readonly store: KeyStore } | undefined> {
  const data = await readStateFile(path);
  if (data === undefined) return undefined;
  try {
    const file: Readonly<Record<string, unknown>> = typeof data === 'object' && data !== null ? { ...data } : {};
    if (file['schema'] !== stateFileSchemaName) throw new Error(`its schema is not ${stateFileSchemaName}`);
    return { state: decode(file['service']), store: decodeKeyStore(file['certificates']) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StateFileError(
      `The state file ${path} cannot be used: ${reason}. Move it away or give another file with --state.`,
      { cause: error },
    );
  }
}

async function saveFirst(path: string, saved: Promise<void> | undefined): Promise<void> {
  try {
    await saved;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StateFileError(`The state file ${path} cannot be written: ${reason}. Give a file that can be.`, {
      cause: error,
    });
  }
}

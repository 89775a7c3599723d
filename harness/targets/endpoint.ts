// A target at a URL that speaks a protocol of the service.
// This folder holds the kinds of target that calls are sent to.

import { readFileSync } from 'node:fs';
import type { AwsKeys, KeyProvider } from '../api/aws-keys.js';
import type { Operation } from '../api/operation.js';
import type { Outcome } from '../api/outcome.js';
import type { PrincipalName } from '../api/principal.js';
import type { RawRequest } from '../api/raw-request.js';
import { accessCapabilities, type CallOptions, type ClientName, type Target } from '../api/target.js';
import { createHttpExchange, type HttpExchangeOptions } from './http-exchange.js';
import { accessAs, factsOf, type PrincipalAccesses } from './principal-access.js';
import { createProtocolClient } from './protocol-client.js';
import { createRawClient } from './raw-client.js';
import { createRedialing } from './redial.js';
import type { SdkEndpoint } from './sdk-endpoint.js';
import { sdkKeys } from './sdk-keys.js';

export interface EndpointOptions {
  /** The target as the user named it. */
  readonly name: string;
  readonly url: string;
  readonly region: string;
  /** Taken from the environment only for live AWS, because an emulator must not receive AWS credentials. */
  readonly credentials: AwsKeys | KeyProvider;
  /** A PEM file of the CAs that may have issued the endpoint's certificate. */
  readonly caFile?: string | undefined;
  /** `own` unless stated. */
  readonly client?: ClientName | undefined;
  /** Who else calls, and how; nobody unless stated. */
  readonly principals?: PrincipalAccesses | undefined;
}

/** Throws the error of the file system if `caFile` cannot be read. */
export function createEndpointTarget(options: EndpointOptions): Target {
  const { name, url, region, credentials, caFile, principals = { accesses: {} } } = options;
  const redialing = createRedialing(caFile === undefined ? {} : { ca: readFileSync(caFile) });
  const { httpAgent, httpsAgent } = redialing;
  const clients = new Map<PrincipalName | undefined, Client>();
  const clientOf = (as: PrincipalName | undefined): Client => {
    const known = clients.get(as);
    if (known !== undefined) return known;
    const { credentials: keys, headers } = accessAs(principals, { credentials }, as);
    const exchangeOptions = { url, region, credentials: sdkKeys(keys), headers, httpAgent, httpsAgent };
    const made = createClient(exchangeOptions, options.client);
    clients.set(as, made);
    return made;
  };
  const facts = factsOf(principals);
  return {
    name,
    region,
    endpointUrl: url,
    offers: [
      ...(['wire', 'cbor', 'provision', 'states', 'restore', 'concurrency'] as const),
      ...(facts === undefined && principals.fault === undefined ? [] : accessCapabilities),
    ],
    principals: facts,
    principalsFault: principals.fault,
    inProcess: false,
    redialCount: () => redialing.count(),
    call: (operation, call) => redialing.send(call.signal, () => clientOf(call.as).send(operation, call)),
    sendRaw: (request, call) => redialing.send(call.signal, () => clientOf(call.as).sendRaw(request, call)),
    async dispose() {
      for (const client of clients.values()) client.destroy?.();
      httpAgent.destroy();
      httpsAgent.destroy();
    },
  };
}

/** Sends the calls of one principal. */
interface Client extends Calls {
  readonly sendRaw: (request: RawRequest, options: CallOptions) => Promise<Outcome>;
}

function createClient(options: HttpExchangeOptions, client: ClientName | undefined): Client {
  const exchange = createHttpExchange(options);
  const calls = client === 'sdk' ? createSdkCalls(options) : { send: createProtocolClient(exchange) };
  return { ...calls, sendRaw: createRawClient(exchange) };
}

interface Calls {
  readonly send: (operation: Operation, options: CallOptions) => Promise<Outcome>;
  readonly destroy?: (() => void) | undefined;
}

/** The SDK is loaded with the first call. */
function createSdkCalls(options: HttpExchangeOptions): Calls {
  let loaded: Promise<SdkEndpoint> | undefined;
  const load = async (): Promise<SdkEndpoint> => {
    const { createSdkEndpoint } = await import('./sdk-endpoint.js');
    return createSdkEndpoint(options);
  };
  return {
    async send(operation, call) {
      loaded ??= load();
      return (await loaded).send(operation, call);
    },
    destroy() {
      void loaded?.then((endpoint) => endpoint.destroy());
    },
  };
}

// A target at a URL that speaks a protocol of the service.
// This folder holds the kinds of target that calls are sent to.

import { readFileSync } from 'node:fs';
import type { AwsKeys, KeyProvider } from '../api/aws-keys.js';
import type { Operation } from '../api/operation.js';
import type { Outcome } from '../api/outcome.js';
import type { CallOptions, Target } from '../api/target.js';
import { createHttpExchange, type HttpExchangeOptions } from './http-exchange.js';
import { createProtocolClient } from './protocol-client.js';
import { createRawClient } from './raw-client.js';
import { createRedialing } from './redial.js';
import type { SdkEndpoint } from './sdk-endpoint.js';
import { sdkKeys } from './sdk-keys.js';

/** The client that calls the operations: the suite's own, or the AWS SDK for JavaScript. */
export type ClientName = 'own' | 'sdk';

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
}

/** Throws the error of the file system if `caFile` cannot be read. */
export function createEndpointTarget({ name, url, region, credentials, caFile, client }: EndpointOptions): Target {
  const authorities = caFile === undefined ? {} : { ca: readFileSync(caFile) };
  const redialing = createRedialing(authorities);
  const { httpAgent, httpsAgent } = redialing;
  const exchangeOptions = { url, region, credentials: sdkKeys(credentials), httpAgent, httpsAgent };
  const exchange = createHttpExchange(exchangeOptions);
  const sendRaw = createRawClient(exchange);
  const calls = client === 'sdk' ? createSdkCalls(exchangeOptions) : { send: createProtocolClient(exchange) };
  return {
    name,
    region,
    endpointUrl: url,
    offers: ['wire', 'cbor', 'provision', 'states', 'restore', 'concurrency'],
    inProcess: false,
    redialCount: () => redialing.count(),
    call: (operation, options) => redialing.send(options.signal, () => calls.send(operation, options)),
    sendRaw: (request, options) => redialing.send(options.signal, () => sendRaw(request, options)),
    async dispose() {
      calls.destroy?.();
      httpAgent.destroy();
      httpsAgent.destroy();
    },
  };
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

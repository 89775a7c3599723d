// Calls an endpoint through the AWS SDK for JavaScript.

import { Readable } from 'node:stream';
import { ACMPCAClient } from '@aws-sdk/client-acm-pca';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { Operation } from '../api/operation.js';
import type { Outcome } from '../api/outcome.js';
import type { CallOptions } from '../api/target.js';
import { limitBody } from './body-limit.js';
import type { HttpExchangeOptions } from './http-exchange.js';
import { sendOperation } from './sdk-client.js';

export interface SdkEndpoint {
  send(operation: Operation, options: CallOptions): Promise<Outcome>;
  destroy(): void;
}

export function createSdkEndpoint({
  url,
  region,
  credentials,
  httpAgent,
  httpsAgent,
}: HttpExchangeOptions): SdkEndpoint {
  const endpoint = { url: new URL(url) };
  const client = new ACMPCAClient({
    endpoint: url,
    // If a URL is given the rules of the SDK lead to nothing else, and working them out takes a twentieth of a call.
    endpointProvider: () => endpoint,
    region,
    credentials,
    // One attempt: a retry that nobody sees would hide what the target did.
    maxAttempts: 1,
    requestHandler: new NodeHttpHandler({ httpAgent, httpsAgent }),
  });
  // Nearest to the wire, so that nobody reads the body before.
  client.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      limitAnswer(result.response);
      return result;
    },
    { step: 'deserialize', priority: 'low', name: 'limitAnswer' },
  );
  return {
    send: (operation, options) => sendOperation(client, operation, options),
    destroy: () => client.destroy(),
  };
}

/** Limits the body of an answer as Node.js gave it to the SDK; the SDK keeps the type of the answer to itself. */
function limitAnswer(response: unknown): void {
  if (typeof response !== 'object' || response === null || !('body' in response)) return;
  if (response.body instanceof Readable) response.body = limitBody(response.body);
}

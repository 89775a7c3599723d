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
  headers,
  httpAgent,
  httpsAgent,
}: HttpExchangeOptions): SdkEndpoint {
  const endpoint = { url: new URL(url) };
  const client = new ACMPCAClient({
    endpoint: url,
    // With a URL the endpoint rules give nothing else, and evaluating them takes 5 % of the time of a call.
    endpointProvider: () => endpoint,
    region,
    credentials,
    // One attempt, because a hidden retry would hide an answer of the target.
    maxAttempts: 1,
    requestHandler: new NodeHttpHandler({ httpAgent, httpsAgent }),
  });
  // The last middleware before the wire, so that the body has not been read yet.
  client.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      limitAnswer(result.response);
      return result;
    },
    { step: 'deserialize', priority: 'low', name: 'limitAnswer' },
  );
  client.middlewareStack.add(
    (next) => (args) => {
      addHeaders(args.request, headers);
      return next(args);
    },
    { step: 'build', name: 'addHeaders' },
  );
  return {
    send: (operation, options) => sendOperation(client, operation, options),
    destroy: () => client.destroy(),
  };
}

/** Adds headers before the request is signed; the SDK does not export the type of the request. */
function addHeaders(request: unknown, headers: HttpExchangeOptions['headers']): void {
  if (headers === undefined || typeof request !== 'object' || request === null || !('headers' in request)) return;
  Object.assign(Object(request.headers), headers);
}

/** Limits the body of an answer; the SDK does not export the type of the answer. */
function limitAnswer(response: unknown): void {
  if (typeof response !== 'object' || response === null || !('body' in response)) return;
  if (response.body instanceof Readable) response.body = limitBody(response.body);
}

// A target behind a URL: whatever speaks the protocol there. The SDK sends the operations, requests made by hand go out as
// they are.

import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { ACMPCAClient } from '@aws-sdk/client-acm-pca';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { AwsKeys, KeyProvider } from '../api/aws-keys.js';
import type { Target } from '../api/target.js';
import { limitBody } from './body-limit.js';
import { createRawClient } from './raw-client.js';
import { createRedialing } from './redial.js';
import { sendOperation } from './sdk-client.js';
import { sdkKeys } from './sdk-keys.js';

export interface EndpointOptions {
  /** What the user pointed at. */
  readonly name: string;
  readonly url: string;
  readonly region: string;
  /** Taken from the environment for live AWS alone: what is sent to an emulator is not for AWS. */
  readonly credentials: AwsKeys | KeyProvider;
  /** A PEM file of the authorities that the endpoint's certificate may come from. */
  readonly caFile?: string | undefined;
}

/** Throws the error of the file system where `caFile` cannot be read. */
export function createEndpointTarget({ name, url, region, credentials, caFile }: EndpointOptions): Target {
  const authorities = caFile === undefined ? {} : { ca: readFileSync(caFile) };
  const signing = sdkKeys(credentials);
  const redialing = createRedialing(authorities);
  const { httpAgent, httpsAgent } = redialing;
  const endpoint = { url: new URL(url) };
  const client = new ACMPCAClient({
    endpoint: url,
    // Where a URL is given the rules of the SDK lead to nothing else, and working them out takes a twentieth of a call.
    endpointProvider: () => endpoint,
    region,
    credentials: signing,
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
  const sendRaw = createRawClient({ url, region, credentials: signing, httpAgent, httpsAgent });
  return {
    name,
    region,
    endpointUrl: url,
    offers: ['wire', 'provision', 'states', 'restore', 'concurrency'],
    inProcess: false,
    redialCount: () => redialing.count(),
    call: (operation, options) => redialing.send(options.signal, () => sendOperation(client, operation, options)),
    sendRaw: (request, options) => redialing.send(options.signal, () => sendRaw(request, options)),
    async dispose() {
      client.destroy();
      httpAgent.destroy();
      httpsAgent.destroy();
    },
  };
}

/** Limits the body of an answer as Node.js gave it to the SDK; the SDK keeps the type of the answer to itself. */
function limitAnswer(response: unknown): void {
  if (typeof response !== 'object' || response === null || !('body' in response)) return;
  if (response.body instanceof Readable) response.body = limitBody(response.body);
}

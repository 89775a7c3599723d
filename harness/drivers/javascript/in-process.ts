// The AWS SDK for JavaScript v3 as a driver without a process of its own: the version that the package depends on.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';
import { driverProtocol, type CallAnswer, type Driver, type DriverHello, type StartDriver } from '../../api/driver.js';
import { capabilities, createSdkCalls, type Sdk, type SdkAnswer } from './sdk-calls.js';

const sdkName = '@aws-sdk/client-acm-pca';

/** What the driver says of itself; `path` is a file from whose place the SDK is found. */
export function helloOf(path: string): DriverHello {
  const manifest: unknown = JSON.parse(readFileSync(createRequire(path).resolve(`${sdkName}/package.json`), 'utf8'));
  const { version } = z.object({ version: z.string() }).parse(manifest);
  return {
    type: 'hello',
    protocol: driverProtocol,
    language: `Node.js ${process.versions.node}`,
    sdk: { name: sdkName, version },
    capabilities: [...capabilities],
  };
}

/** Rejects for an environment: that of a process belongs to everything in it. Start the program where one is needed. */
export const startInProcess: StartDriver = async ({ environment = {} } = {}) => {
  if (Object.keys(environment).length > 0) {
    throw new Error('A driver in process has no environment of its own; start javascript-driver.js instead.');
  }
  const hello = helloOf(import.meta.url);
  return createInProcessDriver(hello, await import('@aws-sdk/client-acm-pca'));
};

function createInProcessDriver(hello: DriverHello, sdk: Sdk): Driver {
  const calls = createSdkCalls(sdk);
  let last = 0;
  const withId = async (answered: Promise<SdkAnswer>): Promise<CallAnswer> => {
    last += 1;
    const id = String(last);
    return { ...(await answered), id };
  };
  return {
    hello,
    call: (call, { signal } = {}) => withId(calls.call(call, signal)),
    endpointFor: (question) => withId(calls.endpointFor(question)),
    stderrTail: () => '',
    close: async () => calls.close(),
  };
}

// A driver of the AWS SDK for JavaScript v3 in this process, with the version on which the package depends.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';
import { driverProtocol, type CallAnswer, type Driver, type DriverHello, type StartDriver } from '../../api/driver.js';
import { capabilities, createSdkCalls, type Sdk, type SdkAnswer } from './sdk-calls.js';

const sdkName = '@aws-sdk/client-acm-pca';

/** The hello of the driver; the SDK is resolved from `path`. */
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

/** Rejects if an environment is given, because the environment belongs to the whole process; use the program instead. */
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

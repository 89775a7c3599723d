// The driver of the AWS SDK for JavaScript v3 as a program: `node javascript-driver.js [FOLDER]` uses the version installed
// in the folder, by default that of this package.

import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { driverRequest, type DriverAnswer, type DriverRequest } from '../../api/driver.js';
import { createLineSplitter } from '../line-splitter.js';
import { helloOf } from './in-process.js';
import { createSdkCalls, type Sdk, type SdkAnswer } from './sdk-calls.js';

const [folder] = process.argv.slice(2);
const place = folder === undefined ? import.meta.url : pathToFileURL(join(resolve(folder), 'package.json')).href;
// The SDK may have any version; all versions have the members that are used.
const calls = createSdkCalls(createRequire(place)('@aws-sdk/client-acm-pca') as Sdk);
const underWay = new Map<string, AbortController>();
const lines = createLineSplitter();

// Only answers may go to stdout, so output of libraries goes to stderr.
const answers = process.stdout.write.bind(process.stdout);
process.stdout.write = process.stderr.write.bind(process.stderr);

process.stdin.on('data', (bytes: Buffer) => {
  for (const line of lines.push(bytes)) take(driverRequest.parse(JSON.parse(line.toString('utf8'))));
});
process.stdin.on('end', leave);

function take(request: DriverRequest): void {
  switch (request.type) {
    case 'hello':
      return say(helloOf(place));
    case 'call': {
      const { type: _, id, ...call } = request;
      const controller = new AbortController();
      underWay.set(id, controller);
      return void answer(id, calls.call(call, controller.signal)).finally(() => underWay.delete(id));
    }
    case 'endpoint':
      return void answer(request.id, calls.endpointFor(request));
    case 'cancel':
      return underWay.get(request.id)?.abort();
    case 'bye':
      return leave();
    default:
      return request satisfies never;
  }
}

async function answer(id: string, work: Promise<SdkAnswer>): Promise<void> {
  try {
    say({ ...(await work), id });
  } catch (error) {
    say({ type: 'driverError', id, message: String(error) });
  }
}

function say(message: DriverAnswer): void {
  answers(`${JSON.stringify(message)}\n`);
}

function leave(): void {
  process.exit(0);
}

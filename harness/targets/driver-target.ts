// A target that is called through a driver: an SDK in any language sends the three policy operations. Everything else, such
// as the creation of CAs and raw requests, goes to the same endpoint through the suite's own client.

import { resolve } from 'node:path';
import type { AwsKeys } from '../api/aws-keys.js';
import type { Driver, DriverCall, StartDriver } from '../api/driver.js';
import { DriverFault } from '../api/driver-fault.js';
import { isPolicyOperation, type PolicyOperation } from '../api/operation.js';
import type { Outcome } from '../api/outcome.js';
import type { CallOptions, Target } from '../api/target.js';
import { classifyCallAnswer } from './classify-call-answer.js';
import { createEndpointTarget, type EndpointOptions } from './endpoint.js';
import { accessAs, type PrincipalAccesses } from './principal-access.js';
import { sdkKeys } from './sdk-keys.js';
import { withinLimits } from './within-limits.js';

export { driverCommand } from '../drivers/child-process.js';

export interface DriverTargetOptions extends EndpointOptions {
  /** Fixed keys, because a driver cannot request renewed ones. */
  readonly credentials: AwsKeys;
  readonly start: StartDriver;
}

/** An operation that does not exist; a driver that does not answer `unsupported` invents its answers. */
const madeUpOperation = 'MadeUpOperation';

/** If the driver does not start properly, every call of the target rejects with that DriverFault. */
export async function openDriverTarget(options: DriverTargetOptions): Promise<Target> {
  try {
    const driver = await options.start({ environment: trusting(options.caFile) });
    await requireUnsupported(driver, callTo(options));
    const principals = await principalsFor(driver, options.principals);
    const settings = { ...options, principals };
    return createDriverTarget(driver, createEndpointTarget(settings), settings);
  } catch (error) {
    if (!(error instanceof DriverFault)) throw error;
    return {
      name: options.name,
      region: options.region,
      offers: [],
      inProcess: false,
      call: () => Promise.reject(error),
      dispose: async () => {},
    };
  }
}

/** The principals whose keys the driver can sign with; the keys of roles have a session token. */
async function principalsFor(
  { hello }: Driver,
  principals: PrincipalAccesses = { accesses: {} },
): Promise<PrincipalAccesses> {
  if (hello.capabilities.includes('session-token')) return principals;
  for (const access of Object.values(principals.accesses)) {
    const { sessionToken } = await sdkKeys(access.credentials)();
    if (sessionToken === undefined) continue;
    return { accesses: {}, fault: 'the driver does not sign with session tokens, which the keys of a role need' };
  }
  return principals;
}

/** The environment variables that name a CA file to SDKs; the SDK for Java has none. */
function trusting(caFile: string | undefined): Readonly<Record<string, string>> {
  if (caFile === undefined) return {};
  const path = resolve(caFile);
  return { AWS_CA_BUNDLE: path, NODE_EXTRA_CA_CERTS: path, SSL_CERT_FILE: path };
}

type Settings = Pick<DriverCall, 'endpoint' | 'region' | 'credentials' | 'maxAttempts' | 'protocol' | 'checkInput'>;

/** The settings of each call, with one attempt, because a hidden retry would hide an answer of the target. */
function callTo({ url, region, credentials }: DriverTargetOptions): Settings {
  return { endpoint: url, region, credentials, maxAttempts: 1 };
}

async function requireUnsupported(driver: Driver, settings: Settings): Promise<void> {
  const answer = await driver.call({ ...settings, operation: madeUpOperation, input: {}, deadlineMs: null });
  if (answer.type === 'unsupported') return;
  // If closing fails as well, the first problem is reported.
  await driver.close().catch(() => {});
  throw new DriverFault(
    `the driver answered ${madeUpOperation}, which does not exist, with ${answer.type}\n` +
      'fix: Answer operations that are not those of the driver with unsupported.',
  );
}

function createDriverTarget(
  driver: Driver,
  endpoint: Target,
  options: DriverTargetOptions & { readonly principals: PrincipalAccesses },
): Target {
  const { capabilities, protocols = [] } = driver.hello;
  const overlaps = capabilities.includes('concurrency');
  // The service is judged, so the client should not reject input.
  const settings = {
    ...callTo(options),
    // A service has to speak JSON; its CBOR is judged by requests that the suite sends itself.
    ...(protocols.includes('json') ? { protocol: 'json' as const } : {}),
    ...(capabilities.includes('unchecked-input') ? { checkInput: false as const } : {}),
  };
  const inTurn = overlaps ? undefined : createTurns();
  const callDriver = async ({ kind, input }: PolicyOperation, callOptions: CallOptions): Promise<Outcome> => {
    const { deadlineMs, signal, as } = callOptions;
    const keys = sdkKeys(accessAs(options.principals, settings, as).credentials);
    const send = async (): ReturnType<Driver['call']> =>
      driver.call({ ...settings, credentials: await keys(), operation: kind, input, deadlineMs }, { signal });
    // The deadline of a call starts when the driver is free.
    const { answer } = inTurn === undefined ? { answer: send() } : await inTurn(send);
    return withinLimits(callOptions, async () => classifyCallAnswer(await answer, deadlineMs));
  };
  return {
    name: options.name,
    region: options.region,
    endpointUrl: options.url,
    offers: endpoint.offers.filter((capability) => capability !== 'concurrency' || overlaps),
    principals: endpoint.principals,
    principalsFault: endpoint.principalsFault,
    inProcess: false,
    call: (operation, callOptions) =>
      isPolicyOperation(operation) ? callDriver(operation, callOptions) : endpoint.call(operation, callOptions),
    sendRaw: endpoint.sendRaw,
    async dispose() {
      await endpoint.dispose();
      await driver.close();
    },
  };
}

/** Lets a call begin when the previous one has been answered, even if its caller has given up. */
function createTurns(): <Answer>(send: () => Promise<Answer>) => Promise<{ readonly answer: Promise<Answer> }> {
  let free: Promise<unknown> = Promise.resolve();
  return async (send) => {
    const before = free;
    const answer = before.then(send);
    free = answer.catch(() => {});
    await before;
    return { answer };
  };
}

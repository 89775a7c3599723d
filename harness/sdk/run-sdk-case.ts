// Runs one case: starts its scripted service, calls the driver, and returns what was observed.

import type { CallAnswer, Driver, DriverCall } from '../api/driver.js';
import { DriverFault } from '../api/driver-fault.js';
import type { SdkAction, SdkCase, SdkObservation } from '../api/sdk-case.js';
import type { LoopbackCertificate } from './loopback-certificate.js';
import type { ScriptedService } from './scripted-service.js';
import type { ServicePool } from './service-pool.js';

/** The credentials of a call whose action names none; the secret is a unique text. */
export const usualCredentials = {
  accessKeyId: 'AKIDSDKEXAMPLE',
  secretAccessKey: 'sEcReT0fThEdRiVeR/wJalrXUtnFEMI+K7MDENG',
} as const;

export const usualRegion = 'us-east-1';

/** A loopback port on which nothing listens: discard, which needs privileges. */
const nowhere = 'http://127.0.0.1:9';

export interface SdkSession {
  /** The driver of all cases without an environment of their own. */
  readonly shared: () => Promise<Driver>;
  /** A driver with these variables, for one case. */
  readonly start: (environment: Readonly<Record<string, string>>) => Promise<Driver>;
  /** Created when a case first uses HTTPS; the file holds the authority. */
  readonly certificate: () => Promise<LoopbackCertificate & { readonly authorityFile: string }>;
  readonly services: ServicePool;
}

/** Rejects with DriverFault if the driver breaks the protocol, or reports a fault of its own. */
export async function runSdkCase(subject: SdkCase, session: SdkSession): Promise<SdkObservation> {
  const waiting: (() => void)[] = [];
  const certificate = subject.tls === undefined ? undefined : await session.certificate();
  const service = await session.services.take(subject, certificate);
  service.play(subject.script, () => waiting.shift()?.());
  const authority: Readonly<Record<string, string>> =
    certificate === undefined || subject.tls !== 'trusted'
      ? {}
      : { AWS_CA_BUNDLE: certificate.authorityFile, NODE_EXTRA_CA_CERTS: certificate.authorityFile };
  const environment = { ...authority, ...mapValues(subject.environment ?? {}, (text) => filledIn(text, service.url)) };
  const isOwn = subject.environment !== undefined || subject.tls !== undefined;
  try {
    const driver = await (isOwn ? session.start(environment) : session.shared());
    const ask = (action: SdkAction): Promise<Asked> => askDriver(driver, action, service, waiting);
    const asked =
      subject.overlap === true ? await Promise.all(subject.actions.map(ask)) : await oneByOne(subject.actions, ask);
    if (isOwn) await driver.close();
    return {
      case: subject,
      serviceUrl: service.url,
      requests: [...service.requests()],
      connections: service.connections(),
      answers: asked.map(({ answer }) => answer),
      outlasted: asked.map(({ outlasted }) => outlasted),
      stderrTail: driver.stderrTail(),
    };
  } finally {
    await session.services.release(subject, service);
  }
}

interface Asked {
  readonly answer: CallAnswer;
  readonly outlasted: boolean;
}

async function oneByOne(
  actions: readonly SdkAction[],
  ask: (action: SdkAction) => Promise<Asked>,
): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  for (const action of actions) asked.push(await ask(action));
  return asked;
}

async function askDriver(
  driver: Driver,
  action: SdkAction,
  service: ScriptedService,
  waiting: (() => void)[],
): Promise<Asked> {
  const answer = await sendAction(driver, action, service, waiting);
  if (answer.type === 'driverError') throw new DriverFault(`the driver says that it failed itself: ${answer.message}`);
  return { answer, outlasted: service.hasLetGo() };
}

async function sendAction(
  driver: Driver,
  action: SdkAction,
  service: ScriptedService,
  waiting: (() => void)[],
): Promise<CallAnswer> {
  if (action.kind === 'endpoint') return driver.endpointFor(action.question);
  const call: DriverCall = {
    operation: action.operation,
    input: { ...action.input },
    endpoint: action.endpoint === null ? null : filledIn(action.endpoint ?? '{{service}}', service.url),
    region: action.region ?? usualRegion,
    credentials: action.credentials ?? usualCredentials,
    deadlineMs: action.deadlineMs ?? null,
    maxAttempts: action.maxAttempts ?? null,
  };
  if (action.isCancelled !== true) return driver.call(call);
  const controller = new AbortController();
  waiting.push(() => controller.abort());
  return driver.call(call, { signal: controller.signal });
}

function filledIn(text: string, serviceUrl: string): string {
  return text.replaceAll('{{service}}', serviceUrl).replaceAll('{{nowhere}}', nowhere);
}

function mapValues(
  record: Readonly<Record<string, string>>,
  map: (text: string) => string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(record).map(([name, text]) => [name, map(text)]));
}

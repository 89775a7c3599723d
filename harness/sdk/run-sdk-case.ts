// Runs one case: starts its scripted service, calls the driver, and returns what was observed.

import type { CallAnswer, Driver, DriverCall } from '../api/driver.js';
import { DriverCrash, DriverFault } from '../api/driver-fault.js';
import type { Protocol } from '../api/protocol.js';
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
  /** The driver of all cases without an environment of their own; a new one if the last one crashed. */
  readonly shared: () => Promise<Driver>;
  /** Whether the run goes on after a crash of the shared driver. */
  readonly survives: (crashed: Driver) => boolean;
  /** A driver with these variables, for one case. */
  readonly start: (environment: Readonly<Record<string, string>>) => Promise<Driver>;
  /** Created when a case first uses HTTPS; the file holds the authority. */
  readonly certificate: () => Promise<LoopbackCertificate & { readonly authorityFile: string }>;
  readonly services: ServicePool;
}

/** The protocol in which a client is judged. */
export interface Spoken {
  readonly protocol: Protocol;
  /** Absent for a client that cannot be told which to use. */
  readonly told: Protocol | undefined;
}

/**
 * A case during which the shared driver crashes is run again in a process of its own, because cases overlap: only the one
 * that crashes there has crashed. Rejects with DriverFault if the driver breaks the protocol, or reports a fault of its own.
 */
export async function runSdkCase(subject: SdkCase, spoken: Spoken, session: SdkSession): Promise<SdkObservation> {
  if (subject.environment === undefined && subject.tls === undefined) {
    const driver = await session.shared();
    try {
      return await playCase(subject, spoken, session, driver);
    } catch (error) {
      if (!(error instanceof DriverCrash) || !session.survives(driver)) throw error;
    }
  }
  return playCase(subject, spoken, session);
}

async function playCase(
  subject: SdkCase,
  spoken: Spoken,
  session: SdkSession,
  shared?: Driver,
): Promise<SdkObservation> {
  const waiting: (() => void)[] = [];
  const certificate = subject.tls === undefined ? undefined : await session.certificate();
  const service = await session.services.take(subject, certificate);
  service.play(subject.script, () => waiting.shift()?.());
  const authority: Readonly<Record<string, string>> =
    certificate === undefined || subject.tls !== 'trusted'
      ? {}
      : { AWS_CA_BUNDLE: certificate.authorityFile, NODE_EXTRA_CA_CERTS: certificate.authorityFile };
  const environment = { ...authority, ...mapValues(subject.environment ?? {}, (text) => filledIn(text, service.url)) };
  try {
    const driver = shared ?? (await session.start(environment));
    const asked: Asked[] = [];
    let crash: DriverCrash | undefined;
    try {
      await askInOrder(subject, asked, (action) => askDriver(driver, { action, told: spoken.told, service, waiting }));
      if (shared === undefined) await driver.close();
    } catch (error) {
      if (shared !== undefined || !(error instanceof DriverCrash)) throw error;
      crash = error;
    }
    return {
      case: subject,
      protocol: spoken.protocol,
      serviceUrl: service.url,
      requests: [...service.requests()],
      connections: service.connections(),
      crash,
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

/** Adds the answers of the actions to `asked`, one by one as they arrive unless the actions overlap. */
async function askInOrder(
  { actions, overlap }: SdkCase,
  asked: Asked[],
  ask: (action: SdkAction) => Promise<Asked>,
): Promise<void> {
  if (overlap === true) {
    asked.push(...(await Promise.all(actions.map(ask))));
    return;
  }
  for (const action of actions) asked.push(await ask(action));
}

interface Asking {
  readonly action: SdkAction;
  readonly told: Protocol | undefined;
  readonly service: ScriptedService;
  readonly waiting: (() => void)[];
}

async function askDriver(driver: Driver, asking: Asking): Promise<Asked> {
  const answer = await sendAction(driver, asking);
  if (answer.type === 'driverError') throw new DriverFault(`the driver says that it failed itself: ${answer.message}`);
  return { answer, outlasted: asking.service.hasLetGo() };
}

async function sendAction(driver: Driver, { action, told, service, waiting }: Asking): Promise<CallAnswer> {
  if (action.kind === 'endpoint') return driver.endpointFor(action.question);
  const call: DriverCall = {
    operation: action.operation,
    input: { ...action.input },
    endpoint: action.endpoint === null ? null : filledIn(action.endpoint ?? '{{service}}', service.url),
    region: action.region ?? usualRegion,
    credentials: action.credentials ?? usualCredentials,
    deadlineMs: action.deadlineMs ?? null,
    maxAttempts: action.maxAttempts ?? null,
    ...(told === undefined ? {} : { protocol: told }),
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

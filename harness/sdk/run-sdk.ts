// Judges a driver: runs the checks, some cases at a time, and collects what is known about the driver.
// This folder holds the checks of clients: the scripted service and the runner.

import pLimit from 'p-limit';
import type { CheckReport } from '../files/report.js';
import { driverCapabilities, type Driver, type DriverHello, type StartDriver } from '../api/driver.js';
import { protocols, type Protocol } from '../api/protocol.js';
import { DriverFault } from '../api/driver-fault.js';
import type { SdkObservation } from '../api/sdk-case.js';
import type { Clock } from '../run/session/clock.js';
import type { LoopbackCertificate } from './loopback-certificate.js';
import { runSdkCheck } from './run-sdk-check.js';
import { judgedProtocols, ProtocolNotOffered } from './judged-protocols.js';
import { protocolsOf, reportedCheck, type SdkPlan } from './sdk-check.js';
import { runSdkCase, type SdkSession } from './run-sdk-case.js';
import { createServicePool } from './service-pool.js';
import type { SdkCheck } from './sdk-check.js';
import { emptyReport } from '../results/check-report.js';

export interface SdkRunOptions {
  readonly checks: readonly SdkCheck[];
  readonly startDriver: StartDriver;
  readonly seed: number;
  /** The user's words that name the driver; undefined for the built-in one. */
  readonly driver: string | undefined;
  /** The protocol in which the client is told to speak; undefined for each that it can be told to use. */
  readonly protocol: Protocol | undefined;
  /** Cases in progress at a time, if the calls of the driver may overlap. */
  readonly concurrency: number;
  readonly clock: Clock;
  /** Milliseconds since 1970. */
  readonly wallMs: () => number;
  readonly signal: AbortSignal;
  /** Writes the authority of the scripted service to a file, and returns its path. */
  readonly writeAuthority: (pem: string) => Promise<string>;
  readonly onCheck: (done: CheckReport) => void;
}

export interface SdkRun {
  /** Undefined if the driver did not get that far. */
  readonly hello: DriverHello | undefined;
  /** In which the client was judged; none if the driver did not get that far. */
  readonly protocols: readonly Protocol[];
  /** In the order of the checks; those that were not run are missing. */
  readonly checks: readonly CheckReport[];
  readonly calls: number;
  /** What ended the run. */
  readonly faults: readonly SdkFault[];
}

/** The driver broke the protocol, which has its own message; or the suite failed, which keeps its stack. */
export interface SdkFault {
  readonly isOfDriver: boolean;
  readonly message: string;
}

export async function runSdk(options: SdkRunOptions): Promise<SdkRun> {
  const { checks, startDriver, signal } = options;
  const done = new Map<string, CheckReport>();
  let calls = 0;
  let driver: Driver | undefined;
  let judged: readonly Protocol[] = [];
  const result = (faults: readonly SdkFault[]): SdkRun => ({
    hello: driver?.hello,
    protocols: judged,
    checks: checks.flatMap(({ id }) => done.get(id) ?? []),
    calls,
    faults,
  });
  try {
    driver = await startDriver({ signal });
  } catch (error) {
    return result([faultOf(error)]);
  }
  const { capabilities } = driver.hello;
  const session = openSession(options, driver);
  try {
    judged = await judgedProtocols(driver.hello, options.protocol, session);
  } catch (error) {
    await session.close().catch(() => {});
    if (error instanceof ProtocolNotOffered) throw error;
    return result([faultOf(error)]);
  }
  const limit = pLimit(capabilities.includes('concurrency') ? options.concurrency : 1);
  const faults: SdkFault[] = [];
  const isOver = (): boolean => faults.length > 0 || signal.aborted;
  const plan: SdkPlan = {
    seed: options.seed,
    driver: options.driver,
    protocols: judged,
    inTurn: (work) =>
      limit(async () => {
        if (isOver()) throw new RunOver();
        try {
          return await work();
        } catch (error) {
          if (!isOver()) faults.push(faultOf(error));
          throw error;
        }
      }),
    observe: rememberCases(async (subject, protocol) => {
      const told = driver?.hello.protocols === undefined ? undefined : protocol;
      const observation = await runSdkCase(subject, { protocol, told }, session);
      calls += observation.answers.length + (observation.crash === undefined ? 0 : 1);
      return observation;
    }),
  };
  const judge = async (check: SdkCheck): Promise<void> => {
    const missing = check.needs?.find((capability) => !capabilities.includes(capability));
    try {
      const report =
        missing === undefined
          ? await runSdkCheck(check, plan)
          : emptyReport(reportedCheck(check, judged), 'unsupported', `the driver does not offer ${missing}`);
      if (isOver()) return;
      done.set(check.id, report);
      options.onCheck(report);
    } catch (error) {
      if (!isOver()) faults.push(faultOf(error));
    }
  };
  await Promise.all(checks.filter((check) => protocolsOf(check, judged).length > 0).map((check) => judge(check)));
  await session.close().catch((error: unknown) => {
    if (!signal.aborted && faults.length === 0) faults.push(faultOf(error));
  });
  return result(faults);
}

/** No new case begins once the driver is at fault, or the run is interrupted. */
class RunOver extends Error {
  override readonly name = 'RunOver';
}

/** Every capability of the driver protocol, and each protocol of the service, and whether the driver has it. */
export function capabilitiesOf({
  hello,
  protocols: judged,
}: Pick<SdkRun, 'hello' | 'protocols'>): Readonly<
  Record<string, { readonly available: boolean; readonly reason: string }>
> {
  if (hello === undefined) return {};
  const offered = driverCapabilities.map(
    (name) =>
      [name, { available: hello.capabilities.includes(name), reason: 'as the driver says in its hello' }] as const,
  );
  const spoken = protocols.map((name) => {
    const available = judged.includes(name);
    const reason = available ? 'the client is judged in it' : 'the client is not judged in it';
    return [name, { available, reason }] as const;
  });
  return Object.fromEntries([...offered, ...spoken]);
}

/** How many cases may end the shared process of a driver; a client that crashes more often is not judged further. */
const maxCrashes = 20;

function openSession(options: SdkRunOptions, first: Driver): SdkSession & { readonly close: () => Promise<void> } {
  const { startDriver, signal, clock, wallMs, writeAuthority } = options;
  const services = createServicePool({ clock, wallMs });
  let certificate: Promise<LoopbackCertificate & { readonly authorityFile: string }> | undefined;
  let shared: Promise<Driver> | undefined = Promise.resolve(first);
  const crashes = new Set<Driver>();
  return {
    shared: () => {
      shared ??= startDriver({ signal });
      return shared;
    },
    survives(crashed) {
      // Every case in progress reports the same crash.
      if (!crashes.has(crashed)) shared = undefined;
      crashes.add(crashed);
      return crashes.size <= maxCrashes;
    },
    start: (environment) => startDriver({ environment, signal }),
    certificate: () => {
      certificate ??= makeCertificate(wallMs(), writeAuthority);
      return certificate;
    },
    services,
    async close() {
      await services.close();
      await (await shared)?.close();
    },
  };
}

/** Several checks may judge the observations of one case; it is run once. */
function rememberCases(observe: SdkPlan['observe']): SdkPlan['observe'] {
  const known = new Map<string, Promise<SdkObservation>>();
  return (subject, protocol) => {
    const key = JSON.stringify([protocol, subject]);
    const observation = known.get(key) ?? observe(subject, protocol);
    known.set(key, observation);
    return observation;
  };
}

async function makeCertificate(
  wallMs: number,
  write: SdkRunOptions['writeAuthority'],
): Promise<LoopbackCertificate & { readonly authorityFile: string }> {
  const { makeLoopbackCertificate } = await import('./loopback-certificate.js');
  const made = await makeLoopbackCertificate(new Date(wallMs));
  return { ...made, authorityFile: await write(made.authority) };
}

function faultOf(error: unknown): SdkFault {
  if (error instanceof DriverFault) return { isOfDriver: true, message: error.message };
  return { isOfDriver: false, message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

// Judges a driver: runs the checks, some cases at a time, and collects what is known about the driver.
// This folder holds the checks of clients: the scripted service and the runner.

import pLimit from 'p-limit';
import type { CheckReport } from '../files/report.js';
import { driverCapabilities, type Driver, type DriverHello, type StartDriver } from '../api/driver.js';
import { DriverFault } from '../api/driver-fault.js';
import type { SdkCase, SdkObservation } from '../api/sdk-case.js';
import type { Clock } from '../run/session/clock.js';
import type { LoopbackCertificate } from './loopback-certificate.js';
import { runSdkCheck } from './run-sdk-check.js';
import { reportedCheck, type SdkPlan } from './sdk-check.js';
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
  const result = (faults: readonly SdkFault[]): SdkRun => ({
    hello: driver?.hello,
    checks: checks.flatMap(({ id }) => done.get(id) ?? []),
    calls,
    faults,
  });
  try {
    driver = await startDriver({ signal });
  } catch (error) {
    return result([faultOf(error)]);
  }
  const session = openSession(options, driver);
  const { capabilities } = driver.hello;
  const limit = pLimit(capabilities.includes('concurrency') ? options.concurrency : 1);
  const faults: SdkFault[] = [];
  const isOver = (): boolean => faults.length > 0 || signal.aborted;
  const plan: SdkPlan = {
    seed: options.seed,
    driver: options.driver,
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
    observe: rememberCases(async (subject) => {
      const observation = await runSdkCase(subject, session);
      calls += observation.answers.length;
      return observation;
    }),
  };
  const judge = async (check: SdkCheck): Promise<void> => {
    const missing = check.needs?.find((capability) => !capabilities.includes(capability));
    try {
      const report =
        missing === undefined
          ? await runSdkCheck(check, plan)
          : emptyReport(reportedCheck(check), 'unsupported', `the driver does not offer ${missing}`);
      if (isOver()) return;
      done.set(check.id, report);
      options.onCheck(report);
    } catch (error) {
      if (!isOver()) faults.push(faultOf(error));
    }
  };
  await Promise.all(checks.map((check) => judge(check)));
  await session.services.close();
  await driver.close().catch((error: unknown) => {
    if (!signal.aborted && faults.length === 0) faults.push(faultOf(error));
  });
  return result(faults);
}

/** No new case begins once the driver is at fault, or the run is interrupted. */
class RunOver extends Error {
  override readonly name = 'RunOver';
}

/** Every capability of the protocol, and whether the driver has it. */
export function capabilitiesOf(
  hello: DriverHello | undefined,
): Readonly<Record<string, { readonly available: boolean; readonly reason: string }>> {
  if (hello === undefined) return {};
  return Object.fromEntries(
    driverCapabilities.map((name) => [
      name,
      { available: hello.capabilities.includes(name), reason: 'as the driver says in its hello' },
    ]),
  );
}

function openSession(options: SdkRunOptions, driver: Driver): SdkSession {
  const { startDriver, signal, clock, wallMs, writeAuthority } = options;
  let certificate: Promise<LoopbackCertificate & { readonly authorityFile: string }> | undefined;
  return {
    shared: async () => driver,
    start: (environment) => startDriver({ environment, signal }),
    certificate: () => {
      certificate ??= makeCertificate(wallMs(), writeAuthority);
      return certificate;
    },
    services: createServicePool({ clock, wallMs }),
  };
}

/** Several checks may judge the observations of one case; it is run once. */
function rememberCases(
  run: (subject: SdkCase) => Promise<SdkObservation>,
): (subject: SdkCase) => Promise<SdkObservation> {
  const known = new Map<string, Promise<SdkObservation>>();
  return (subject) => {
    const key = JSON.stringify(subject);
    const observation = known.get(key) ?? run(subject);
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

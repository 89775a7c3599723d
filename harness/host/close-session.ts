// Ends the session of a run: removes what was created, and reports what the session learned.

import { faultOfDriver } from '../files/fault.js';
import type { CheckReport } from '../files/report.js';
import type { SessionReport } from '../results/check-report.js';
import type { RunConfig } from '../run/session/run-config.js';
import type { Session } from '../run/session/session.js';
import type { EventLog } from '../files/event-log.js';
import type { ProbeResult } from './probe-target.js';

/** What else there is to report. */
export interface RunFindings extends ProbeResult {
  readonly remarks: readonly string[];
  /** Checks that were not selected, and fail by what others found. */
  readonly charged: readonly CheckReport[];
  /** Files that could not be written. */
  readonly faults: readonly string[];
}

export async function closeSession(
  session: Session,
  { probe, stopped, remarks, charged, faults }: RunFindings,
  { config, signal, log }: { readonly config: RunConfig; readonly signal: AbortSignal; readonly log: EventLog },
): Promise<SessionReport> {
  const { caller, pool, target, transients } = session;
  const costBefore = pool.costUsd();
  const leftovers = await session.close();
  const driverFault = session.driverFault();
  const endReason = stopped ?? (signal.aborted ? 'the run was interrupted' : null);
  const calls = caller.callCount();
  const throttled = caller.throttledCount();
  log.write({ event: 'run-finished', calls, throttled, leftovers, stopped: endReason });
  const { usableStatus = null, capabilities = {} } = probe ?? {};
  const remaining = pool.remainingCount() === 0 ? {} : { remaining: pool.remainingCount() };
  return {
    target: { name: target.name, region: target.region, usableStatus, capabilities, ...remaining },
    calls,
    throttled,
    transient: transients.count(),
    remarks,
    charged,
    latency: caller.latency(),
    costUsd: config.live === undefined ? undefined : costBefore,
    leftovers,
    stopped: endReason,
    faults: [...faults, ...(driverFault === undefined ? [] : [faultOfDriver(driverFault)])],
  };
}

// Finds out what a target can do before the checks run, and which checks it therefore cannot run.

import type { EventLog } from '../files/event-log.js';
import type { CheckReport } from '../files/report.js';
import { emptyReport, reportedCheck, reportOfMissing } from '../results/check-report.js';
import type { Check } from '../run/cases/check.js';
import { UnavailableAuthority } from '../run/session/authority-creation.js';
import { isReasonToStop } from '../run/session/reason-to-stop.js';
import type { Judging } from '../run/session/run-config.js';
import type { Probe, Session } from '../run/session/session.js';

/** What the target can do, or why the run ends before its first check. */
export interface ProbeResult {
  readonly probe?: Probe | undefined;
  readonly stopped?: string | undefined;
}

export async function probeTarget(session: Pick<Session, 'probe'>, log: EventLog): Promise<ProbeResult> {
  try {
    const probe = await session.probe();
    log.write({ event: 'probed', ...probe });
    return { probe };
  } catch (error) {
    if (!isReasonToStop(error)) throw error;
    const stopped = error instanceof UnavailableAuthority ? `no CA could be created: ${error.message}` : error.message;
    log.write({ event: 'run-stopped', reason: stopped });
    return { stopped };
  }
}

/** The report of a check that cannot be run; undefined if it can. */
export function reportOfUnable(
  check: Check,
  { probe, stopped }: ProbeResult,
  { protocol }: Pick<Judging, 'protocol'>,
): CheckReport | undefined {
  if (stopped !== undefined) return emptyReport(reportedCheck(check), 'indeterminate', stopped);
  if (protocol === 'json' && isAboutCbor(check)) {
    return emptyReport(reportedCheck(check), 'unsupported', 'not asked for: --protocol json');
  }
  const missing = check.needs?.find((capability) => probe?.capabilities[capability].available !== true);
  if (missing === undefined) return undefined;
  return reportOfMissing(reportedCheck(check), missing, probe?.capabilities[missing].reason ?? 'not probed');
}

/** WIRE-12 says that there is CBOR, which is not known beforehand. */
function isAboutCbor({ requirement, needs }: Check): boolean {
  return requirement === 'WIRE-12' || needs?.includes('cbor') === true;
}

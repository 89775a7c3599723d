// Begins a run on live AWS as its configuration says, in the process that makes its calls.

import { hostname } from 'node:os';
import type { Clock } from '../run/session/clock.js';
import { defaults, type RunConfig } from '../run/session/run-config.js';
import type { NamedGrantees } from '../api/grantees.js';
import { awsEndpoints, awsKeys } from '../targets/aws-endpoints.js';
import { beginLiveRun, type LiveRun } from './live-run.js';

/** Undefined for every other target. */
export async function openLiveRun(
  {
    live,
    region,
    settleMs,
    granteeAccount,
    organization,
  }: Pick<RunConfig, 'live' | 'region' | 'settleMs'> & NamedGrantees,
  runId: string,
  clock: Clock,
): Promise<LiveRun | undefined> {
  if (live === undefined) return undefined;
  const secrets = await awsSecrets(region);
  const startedAt = new Date().toISOString();
  const grantees = { granteeAccount, organization };
  return beginLiveRun({ live, runId, region, settleMs, clock, secrets, grantees, host: hostname(), startedAt });
}

/** Keys and tokens that must not be seen; the made-up ones of a stand-in are none. Rejects where there are no keys. */
export async function awsSecrets(region: string): Promise<readonly string[]> {
  const keys = await awsKeys(await awsEndpoints(region, process.env));
  const { accessKeyId, secretAccessKey, sessionToken = '' } = await keys();
  return accessKeyId === defaults.accessKey ? [] : [accessKeyId, secretAccessKey, sessionToken];
}

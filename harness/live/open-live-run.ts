// Begins a run on live AWS from its configuration, in the process that makes its calls.

import { hostname } from 'node:os';
import type { Clock } from '../run/session/clock.js';
import { defaults, type Judging, type LiveSettings, type TargetConfig } from '../run/session/run-config.js';
import { awsEndpoints, awsKeys } from '../targets/aws-endpoints.js';
import { beginLiveRun, type LiveRun } from './live-run.js';

/** Undefined for every other target. */
export async function openLiveRun(
  config: {
    readonly target: TargetConfig;
    readonly judging: Judging;
    readonly live?: LiveSettings | undefined;
  },
  runId: string,
  clock: Clock,
): Promise<LiveRun | undefined> {
  const { live } = config;
  if (live === undefined) return undefined;
  const { region } = config.target;
  const { settleMs, granteeAccount, organization } = config.judging;
  const secrets = await awsSecrets(region);
  const startedAt = new Date().toISOString();
  const grantees = { granteeAccount, organization };
  return beginLiveRun({ live, runId, region, settleMs, clock, secrets, grantees, host: hostname(), startedAt });
}

/** The keys and tokens to redact; none for the stand-in. Rejects if there are no keys. */
export async function awsSecrets(region: string): Promise<readonly string[]> {
  const keys = await awsKeys(await awsEndpoints(region, process.env));
  const { accessKeyId, secretAccessKey, sessionToken = '' } = await keys();
  return accessKeyId === defaults.target.accessKey ? [] : [accessKeyId, secretAccessKey, sessionToken];
}

// Gets access to live AWS: looks up the account and the CAs, and refuses if a guard objects.

import { accountGuards, authorityGuards, firstObjection } from '../../live/guards.js';
import { countAuthorities, describeAuthority, UnreadableAccount } from '../../live/list-authorities.js';
import { quotaObjection, type Plan } from '../../live/plan.js';
import { awsSecrets } from '../../live/open-live-run.js';
import { createRedactor, type Redactor } from '../../live/redaction.js';
import { createCaller, type Caller, type CallLimits } from '../../run/session/caller/caller.js';
import { systemClock } from '../../run/session/clock.js';
import { openLiveTarget } from '../../run/session/open-target.js';
import { defaults } from '../../run/session/run-config.js';
import type { NamedGrantees } from '../../api/grantees.js';
import { awsEndpoints, awsKeys, type AwsEndpoints } from '../../targets/aws-endpoints.js';
import { askAccountAliases, askIdentity, UnknownIdentity } from '../../targets/aws-identity.js';
import type { Terminal } from '../output/terminal.js';
import { refusal } from '../output/failure.js';

export interface AccountAccess {
  readonly endpoints: AwsEndpoints;
  readonly redactor: Redactor;
}

/** Calls STS and IAM only. Rejects with a refusal. */
export async function enterAccount(
  region: string,
  allowAccount: string,
  { env }: Pick<Terminal, 'env'>,
  grantees?: NamedGrantees,
): Promise<AccountAccess> {
  const endpoints = await awsEndpoints(region, env);
  const keys = await awsKeys(endpoints);
  const secrets = await secretsIn(region);
  try {
    const identity = await askIdentity(endpoints, region, keys);
    // If it is another account, nothing more is called, not even to get its name.
    const isOurs = identity.account === allowAccount;
    const aliases = isOurs ? await askAccountAliases(endpoints, keys) : [];
    const objection = firstObjection(accountGuards, { allowAccount, identity, aliases });
    if (objection !== undefined) throw refusal(`--target aws: ${objection.message}`);
    return { endpoints, redactor: createRedactor({ account: allowAccount, secrets, grantees }) };
  } catch (error) {
    if (!(error instanceof UnknownIdentity)) throw error;
    throw refusal(`--target aws: ${error.message}. Give the role sts:GetCallerIdentity and iam:ListAccountAliases.`);
  }
}

/** Describes the CAs that the user provides, and calls nothing else. Rejects with a refusal. */
export async function enterAuthorities(options: LiveCallerOptions, arns: readonly string[]): Promise<void> {
  if (arns.length === 0) return;
  const { caller, close } = await openLiveCaller(options);
  try {
    for (const [index, arn] of arns.entries()) {
      const authority = await describeAuthority(caller, arn);
      const objection = firstObjection(authorityGuards, { authority, place: index + 1, nowMs: Date.now() });
      if (objection !== undefined) throw refusal(`--target aws: ${objection.message}`);
    }
  } catch (error) {
    if (!(error instanceof UnreadableAccount)) throw error;
    throw refusal(`--target aws: a CA of --ca-arn cannot be looked at: ${error.message}.`);
  } finally {
    await close();
  }
}

/** Counts the existing CAs, if some are to be created. Rejects with a refusal. */
export async function requireQuota(options: LiveCallerOptions, plan: Pick<Plan, 'maxCreated'>): Promise<void> {
  if (plan.maxCreated === 0) return;
  const { caller, close } = await openLiveCaller(options);
  try {
    const objection = quotaObjection(plan, await countAuthorities(caller));
    if (objection !== undefined) throw refusal(`--target aws: ${objection}`);
  } catch (error) {
    if (!(error instanceof UnreadableAccount)) throw error;
    throw refusal(`--target aws: the CAs of the account cannot be counted: ${error.message}.`);
  } finally {
    await close();
  }
}

export interface LiveCallerOptions {
  readonly region: string;
  readonly rate: CallLimits['rate'];
}

/** Calls to live AWS at its rate, without the checks of a run. */
export async function openLiveCaller({ region, rate }: LiveCallerOptions): Promise<{
  readonly caller: Caller;
  readonly close: () => Promise<void>;
}> {
  const target = await openLiveTarget(region);
  const caller = createCaller(target, { deadlineMs: defaults.judging.callTimeoutMs, rate }, systemClock);
  return { caller, close: () => target.dispose() };
}

/** Missing keys are reported before anything is called. */
async function secretsIn(region: string): Promise<readonly string[]> {
  try {
    return await awsSecrets(region);
  } catch {
    throw refusal('--target aws: there are no AWS credentials here. Log in, or give the job a role.');
  }
}

/** Any answer except yes is a refusal. */
export async function requireAgreement({ ask }: Pick<Terminal, 'ask'>): Promise<void> {
  const answer = (await ask?.('Go on? [y/N] ')) ?? '';
  if (!/^y(es)?$/i.test(answer.trim())) throw refusal('--target aws: the plan was not agreed to.');
}

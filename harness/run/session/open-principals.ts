// Finds out who the principals of a URL target are: how their calls are sent, and whose account their keys are.

import type { AwsKeys, KeyProvider } from '../../api/aws-keys.js';
import type { NamedSpec, PrincipalSpec } from '../../api/principal-spec.js';
import { principalRoles, type PrincipalFacts, type PrincipalName } from '../../api/principal.js';
import { sessionPolicyFor } from '../../api/session-policies.js';
import { renewedKeys } from '../../targets/assumed-role.js';
import type { Identity } from '../../targets/aws-identity.js';
import type { Access, PrincipalAccess, PrincipalAccesses } from '../../targets/principal-access.js';
import { createStsClient, StsFault, type StsClient, type StsOptions } from '../../targets/sts-client.js';
import { accountProblem, isOneAccount } from './principal-accounts.js';

export interface PrincipalsOptions extends StsOptions {
  /** The keys of the owner of the CAs, with which roles are assumed. */
  readonly credentials: AwsKeys | KeyProvider;
  readonly granteeAccount?: string | undefined;
  /** The organization of the members, if the user named one. */
  readonly organization?: string | undefined;
  /** Milliseconds since 1970. */
  readonly nowMs: () => number;
}

/** A principal cannot be used; the message names it and the mend. */
export class UnusablePrincipal extends Error {
  override readonly name = 'UnusablePrincipal';
  constructor(
    /** Whether the options are wrong, or the target refuses. */
    readonly kind: 'usage' | 'refused',
    message: string,
  ) {
    super(message);
  }
}

/** Rejects with UnusablePrincipal. */
export async function openPrincipals(
  specs: readonly NamedSpec[],
  options: PrincipalsOptions,
): Promise<PrincipalAccesses> {
  if (specs.length === 0) return { accesses: {} };
  const sts = createStsClient(options);
  const own: Access = { credentials: options.credentials };
  const owner = specs.find(({ name }) => name === 'owner')?.spec;
  const others = specs.filter(({ name }) => name !== 'owner');
  const opened: Opened[] = [];
  for (const { name, spec } of [{ name: 'owner', spec: owner } as const, ...others]) {
    const access = spec === undefined ? own : accessOf({ name, spec }, { sts, own, options });
    const identity = await identityOf(name, spec, { sts, access });
    const account = identity?.account ?? declaredAccount(spec);
    requireSame(name, declaredAccount(spec), identity?.account, opened[0]);
    if (account === undefined && name !== 'owner') throw withoutAccount(name);
    opened.push({ name, access, account, arn: principalArn(name, identity?.arn, spec) });
  }
  return withFacts(opened, options);
}

interface Opened {
  readonly name: PrincipalName;
  readonly access: Access;
  /** Absent if nothing says it. */
  readonly account: string | undefined;
  readonly arn: string | undefined;
}

/** Roles, and headers, are beside the keys of the owner. */
function accessOf(
  { name, spec }: NamedSpec,
  { sts, own, options }: { readonly sts: StsClient; readonly own: Access; readonly options: PrincipalsOptions },
): Access {
  switch (spec.kind) {
    case 'key':
      return { credentials: spec.keys };
    case 'account':
      return { credentials: { accessKeyId: spec.account, secretAccessKey: 'example' } };
    case 'header':
      return { ...own, headers: { [spec.name]: spec.value } };
    case 'role': {
      const request = { roleArn: spec.arn, policy: sessionPolicyFor(principalRoles[name].rights) };
      return { credentials: renewedKeys(() => sts.assumeRole(own, request), options.nowMs) };
    }
    case 'profile':
      throw new UnusablePrincipal('usage', `--principal ${name}: profile: is for live AWS alone; give key: or role:.`);
    default:
      return spec satisfies never;
  }
}

/** Undefined if the target has no STS. */
async function identityOf(
  name: PrincipalName,
  spec: PrincipalSpec | undefined,
  { sts, access }: { readonly sts: StsClient; readonly access: Access },
): Promise<Identity | undefined> {
  if (spec?.kind === 'role') await assume(name, spec.arn, access);
  try {
    return await sts.callerIdentity(access);
  } catch (error) {
    if (!(error instanceof StsFault)) throw error;
    switch (error.kind) {
      case 'absent':
        return undefined;
      case 'refused': {
        const mend =
          spec === undefined ? 'give keys that it knows with --access-key and --secret-key' : 'give keys that it knows';
        const words = `--principal ${name}: the STS of the target refuses its keys with ${error.message}; ${mend}.`;
        throw new UnusablePrincipal('refused', words);
      }
      case 'unreachable':
        throw new UnusablePrincipal('refused', `--principal ${name}: the target does not answer: ${error.message}`);
      default:
        return error.kind satisfies never;
    }
  }
}

async function assume(name: PrincipalName, arn: string, { credentials }: Access): Promise<void> {
  try {
    await (typeof credentials === 'function' ? credentials() : credentials);
  } catch (error) {
    if (!(error instanceof StsFault)) throw error;
    if (error.kind === 'absent') {
      const words = `the target has no STS that assumes ${arn} (${error.message}); give key:, account: or header: with @ACCOUNT`;
      throw new UnusablePrincipal('usage', `--principal ${name}: ${words}.`);
    }
    const mend = 'create the role, and let the keys of --access-key assume it';
    throw new UnusablePrincipal('refused', `--principal ${name}: ${arn} cannot be assumed: ${error.message}; ${mend}.`);
  }
}

function declaredAccount(spec: PrincipalSpec | undefined): string | undefined {
  return spec?.account;
}

function withoutAccount(name: PrincipalName): UnusablePrincipal {
  const words = 'the target has no STS that says whose account its credentials are; add @ACCOUNT behind them';
  return new UnusablePrincipal('usage', `--principal ${name}: ${words}.`);
}

/** Credentials of another account than the user says; those that the target takes for the owner are judged later. */
function requireSame(
  name: PrincipalName,
  declared: string | undefined,
  found: string | undefined,
  owner: Opened | undefined,
): void {
  if (declared === undefined || found === undefined || declared === found || found === owner?.account) return;
  const words = `its account is ${declared} by the option, and ${found} by the STS of the target; give the right one`;
  throw new UnusablePrincipal('usage', `--principal ${name}: ${words}.`);
}

/**
 * As in `aws:PrincipalArn`. The ARN of a root user names its whole account, so it is none of its own; and what a grant to a
 * role is worth to a session with a session policy is a question of its own.
 */
function principalArn(
  name: PrincipalName,
  arn: string | undefined,
  spec: PrincipalSpec | undefined,
): string | undefined {
  if (spec?.kind === 'role') return principalRoles[name].rights === 'all' ? spec.arn : undefined;
  const [, partition, account, role] = /^arn:([\w-]+):sts::(\d{12}):assumed-role\/([^/]+)\//.exec(arn ?? '') ?? [];
  if (role !== undefined) return `arn:${partition}:iam::${account}:role/${role}`;
  return arn !== undefined && /:iam::\d{12}:(user|role)\//.test(arn) ? arn : undefined;
}

function withFacts(opened: readonly Opened[], { granteeAccount, organization }: PrincipalsOptions): PrincipalAccesses {
  const accounts = new Map(opened.flatMap(({ name, account }) => (account === undefined ? [] : [[name, account]])));
  const owner = accounts.get('owner');
  const isShared = isOneAccount(accounts);
  const usable = isShared ? opened.filter(({ name }) => principalRoles[name].account === 'owner') : opened;
  const problem = isShared ? undefined : accountProblem(accounts, granteeAccount);
  if (problem !== undefined) throw new UnusablePrincipal('usage', problem);
  const entries = usable.map((each): readonly [PrincipalName, PrincipalAccess] => [
    each.name,
    { ...each.access, facts: factsOf(each, usable, organization) },
  ]);
  return {
    accesses: Object.fromEntries(entries),
    ...(isShared ? { fault: `the target takes the credentials of every principal for account ${owner}` } : {}),
  };
}

function factsOf(
  { name, account, arn }: Opened,
  all: readonly Opened[],
  organization: string | undefined,
): PrincipalFacts | undefined {
  if (account === undefined) return undefined;
  // Two principals with one ARN cannot be told apart by a policy.
  const isUnique = all.filter((each) => each.arn === arn).length === 1;
  const isMember = organization !== undefined && principalRoles[name].account.startsWith('member');
  return {
    account,
    ...(isUnique ? { arn } : {}),
    ...(isMember ? { organization: { id: organization } } : {}),
  };
}

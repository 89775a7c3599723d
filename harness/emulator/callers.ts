// Who calls the emulator: the principals by their access keys, preset or temporary.

import { randomBytes } from 'node:crypto';
import type { AwsKeys } from '../api/aws-keys.js';
import { presetKeys } from '../api/preset-keys.js';
import {
  callerOf,
  principalNames,
  principalRoles,
  type CallerFacts,
  type PrincipalFacts,
  type PrincipalName,
  type Principals,
  type Rights,
} from '../api/principal.js';
import { bothAllow } from '../api/session-policies.js';
import type { VerifiedKey } from './signature.js';

export interface KnownCaller {
  /** As the service sees it; undefined if the owner of the CAs makes all calls. */
  readonly facts: CallerFacts | undefined;
  /** As STS names it. */
  readonly account: string;
  readonly arn: string;
  readonly userId: string;
}

export interface KnownKey extends VerifiedKey {
  readonly caller: KnownCaller;
}

export interface TemporaryKey extends KnownKey {
  readonly sessionToken: string;
  readonly expiresAtMs: number;
}

export interface Session {
  readonly name: string;
  readonly durationS: number;
  /** What its session policy allows. */
  readonly rights: Rights;
}

export interface Callers {
  /** The caller without a key, or with one that nobody has been given. */
  readonly owner: KnownCaller;
  /** The key of the owner or of a principal, or one that `assume` returned. */
  readonly keyOf: (accessKeyId: string) => KnownKey | undefined;
  /** New temporary keys; undefined if there is no role with this ARN. */
  readonly assume: (roleArn: string, session: Session) => TemporaryKey | undefined;
}

export interface CallersOptions {
  /** By default none. */
  readonly principals?: Principals | undefined;
  readonly partition: string;
  readonly account: string;
  readonly owner: {
    /** By default that of its principal. */
    readonly arn?: string | undefined;
    /** Its key besides the preset one. */
    readonly keys?: AwsKeys | undefined;
  };
  readonly nowMs: () => number;
}

/** The first letters of temporary keys. */
const temporaryPrefix = 'ASIAPCA';

/** The number of temporary keys above which expired ones are removed. */
const sweepEvery = 256;

/** Whether a key was, or could have been, returned by AssumeRole of this emulator. */
export function isTemporary(accessKeyId: string): boolean {
  return accessKeyId.startsWith(temporaryPrefix);
}

/** Every principal has a preset key, and a role that any caller may assume. */
export function createCallers({ principals = {}, partition, account, owner: given, nowMs }: CallersOptions): Callers {
  const temporary = new Map<string, TemporaryKey>();
  const arn = given.arn ?? principals.owner?.arn ?? `arn:${partition}:iam::${account}:user/pca-conformance`;
  const owner: KnownCaller = {
    facts: principals.owner === undefined ? undefined : callerOf('owner', { ...principals.owner, arn }),
    account,
    arn,
    userId: 'AIDAPCACONFORMANCE0000',
  };
  const userOf = (name: PrincipalName, facts: PrincipalFacts): KnownCaller => ({
    facts: callerOf(name, facts),
    account: facts.account,
    arn: facts.arn ?? `arn:${partition}:iam::${facts.account}:user/${name}`,
    userId: idOf('AIDA', name),
  });
  const known = principalNames.flatMap((name) => {
    const facts = principals[name];
    return facts === undefined ? [] : [{ name, facts, keys: presetKeys(name) }];
  });
  const preset = new Map(
    known.map(({ name, facts, keys }): readonly [string, KnownKey] => [
      keys.accessKeyId,
      { ...keys, caller: name === 'owner' ? owner : userOf(name, facts) },
    ]),
  );
  if (given.keys !== undefined) preset.set(given.keys.accessKeyId, { ...given.keys, caller: owner });
  const roles = new Map(
    known.map(({ name, facts }) => [`arn:${partition}:iam::${facts.account}:role/${name}`, { name, facts }]),
  );
  return {
    owner,
    keyOf: (accessKeyId) => preset.get(accessKeyId) ?? temporary.get(accessKeyId),
    assume(roleArn, session) {
      const role = roles.get(roleArn);
      if (role === undefined) return undefined;
      const { name, facts } = role;
      const rights = bothAllow(principalRoles[name].rights, session.rights);
      const key: TemporaryKey = {
        accessKeyId: temporaryPrefix + randomBytes(7).toString('hex').slice(0, 13).toUpperCase(),
        secretAccessKey: randomBytes(30).toString('base64'),
        sessionToken: randomBytes(60).toString('base64'),
        expiresAtMs: nowMs() + session.durationS * 1_000,
        caller: {
          facts: { ...facts, arn: roleArn, rights },
          account: facts.account,
          arn: `arn:${partition}:sts::${facts.account}:assumed-role/${name}/${session.name}`,
          userId: `${idOf('AROA', name)}:${session.name}`,
        },
      };
      if (temporary.size % sweepEvery === sweepEvery - 1) forgetExpired(temporary, nowMs());
      temporary.set(key.accessKeyId, key);
      return key;
    },
  };
}

/** An expired key is kept for a day, so that it is told from an unknown one. */
const keptMs = 24 * 3_600_000;

function forgetExpired(keys: Map<string, TemporaryKey>, nowMs: number): void {
  for (const [id, { expiresAtMs }] of keys) if (expiresAtMs + keptMs < nowMs) keys.delete(id);
}

/** A unique id in the form of IAM. */
function idOf(prefix: string, name: PrincipalName): string {
  return (prefix + name.toUpperCase().replaceAll('-', '')).padEnd(21, '0');
}

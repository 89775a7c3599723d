// The guards of runs on live AWS: each is a predicate that returns an objection, whose message says what to do.
//
// They are evaluated in three stages: before any request, after STS and IAM have answered, and after the user's CAs were
// described. An objection ends the command with exit 6, before anything is created or changed.

import { parseAuthorityArn } from '../api/resource-arn.js';
import type { Identity } from '../targets/aws-identity.js';
import { isLeaseAlive, suiteTag, type TaggedAuthority } from './tags.js';

export interface Guard<Facts> {
  /** Short, for tests. */
  readonly id: string;
  /** Why the run is not allowed; undefined if the guard has no objection. */
  readonly objectionTo: (facts: Facts) => string | undefined;
}

/** The options of the user, and the environment. */
export interface OfflineFacts {
  /** Whether the command line itself says `--target aws`, and not the environment or a file. */
  readonly targetIsSpeltOut: boolean;
  readonly regionIsGiven: boolean;
  readonly region: string;
  readonly allowRegions: readonly string[];
  readonly allowAccount: string | undefined;
  readonly createsAuthorities: boolean;
  readonly caArns: readonly string[];
  /** Whether the user has confirmed the plan, or will be asked. */
  readonly isConfirmed: boolean;
  readonly isTerminal: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export const offlineGuards: readonly Guard<OfflineFacts>[] = [
  {
    id: 'target-not-spelt-out',
    objectionTo: ({ targetIsSpeltOut }) =>
      targetIsSpeltOut
        ? undefined
        : 'live AWS has to be named on the command line itself. Write --target aws there, and remove it from the file or the variable.',
  },
  {
    id: 'endpoint-override',
    objectionTo({ environment }) {
      const name = Object.keys(environment).find((each) => /^AWS_ENDPOINT_URL/i.test(each));
      return name === undefined
        ? undefined
        : `${name} is set, which redirects calls to another endpoint. Unset it, or judge that endpoint with --target URL.`;
    },
  },
  {
    id: 'no-region',
    objectionTo: ({ regionIsGiven }) =>
      regionIsGiven ? undefined : 'no region is given. Give it with --region, such as --region us-east-1.',
  },
  {
    id: 'region-not-allowed',
    objectionTo: ({ region, allowRegions }) =>
      allowRegions.includes(region)
        ? undefined
        : `the region ${region} is not allowed. Add --allow-region ${region} if it is the right one.`,
  },
  {
    id: 'no-account',
    objectionTo: ({ allowAccount }) =>
      allowAccount !== undefined && /^\d{12}$/.test(allowAccount)
        ? undefined
        : 'no account is given. Give the permitted one with --allow-account and its 12 digits.',
  },
  {
    id: 'no-authority',
    objectionTo: ({ createsAuthorities, caArns }) =>
      createsAuthorities || caArns.length > 0
        ? undefined
        : 'there is no CA to use. Allow CAs to be created with --create-ca, or name tagged ones with --ca-arn.',
  },
  {
    id: 'authority-elsewhere',
    objectionTo({ caArns, region, allowAccount }) {
      const wrong = caArns.findIndex((arn) => {
        const parts = parseAuthorityArn(arn);
        return parts?.region !== region || parts.account !== allowAccount;
      });
      return wrong < 0
        ? undefined
        : `--ca-arn number ${wrong + 1} is not a CA of the account of --allow-account in ${region}. Give the ARN of one that is.`;
    },
  },
  {
    id: 'not-confirmed',
    objectionTo: ({ isConfirmed, isTerminal }) =>
      isConfirmed || isTerminal
        ? undefined
        : 'the plan cannot be confirmed without a terminal. Show it with --plan, and add --yes to confirm it in advance.',
  },
];

/** The answers of STS and IAM. */
export interface AccountFacts {
  readonly allowAccount: string;
  readonly identity: Identity;
  readonly aliases: readonly string[];
}

/** A name that indicates a production account or CA. */
const productionName = /(^|[^a-z])(prod|prd|production)([^a-z]|$)/i;

export const accountGuards: readonly Guard<AccountFacts>[] = [
  {
    id: 'wrong-account',
    objectionTo: ({ allowAccount, identity }) =>
      identity.account === allowAccount
        ? undefined
        : 'the credentials belong to another account than that of --allow-account. Use the right credentials or the right account.',
  },
  {
    id: 'root-identity',
    objectionTo: ({ identity }) =>
      /^arn:[^:]+:iam::\d{12}:root$/.test(identity.arn)
        ? 'the credentials are those of the root user. Use a role with only the permissions that the suite needs.'
        : undefined,
  },
  {
    id: 'production-alias',
    objectionTo: ({ aliases }) =>
      aliases.some((alias) => productionName.test(alias))
        ? 'the alias of the account looks like that of a production account. Use a sandbox account.'
        : undefined,
  },
];

/** The description of a CA that the user named. */
export interface AuthorityFacts {
  readonly authority: TaggedAuthority;
  /** Its position among the values of --ca-arn, from 1. */
  readonly place: number;
  /** Milliseconds since 1970. */
  readonly nowMs: number;
}

export const authorityGuards: readonly Guard<AuthorityFacts>[] = [
  {
    id: 'authority-untagged',
    objectionTo: ({ authority, place }) =>
      authority.tags.some(({ Key }) => Key === suiteTag)
        ? undefined
        : `--ca-arn number ${place} does not have the tag ${suiteTag}. Tag it if it is only for this suite.`,
  },
  {
    id: 'authority-in-use',
    objectionTo: ({ authority, place, nowMs }) =>
      isLeaseAlive(authority.tags, nowMs)
        ? `--ca-arn number ${place} is in use by another run. Wait until that run ends, or run "pca-conformance sweep".`
        : undefined,
  },
  {
    id: 'authority-out-of-use',
    objectionTo: ({ authority, place }) =>
      ['PENDING_CERTIFICATE', 'ACTIVE'].includes(authority.status)
        ? undefined
        : `--ca-arn number ${place} is in state ${authority.status}. Use one in PENDING_CERTIFICATE or ACTIVE.`,
  },
  {
    id: 'production-authority',
    objectionTo: ({ authority, place }) =>
      productionName.test(authority.commonName) ||
      authority.tags.some(({ Key, Value = '' }) => Key !== suiteTag && productionName.test(Value))
        ? `--ca-arn number ${place} looks like a production CA by its name or a tag. Use a CA for tests.`
        : undefined,
  },
];

/** The first objection, if any. */
export function firstObjection<Facts>(
  guards: readonly Guard<Facts>[],
  facts: Facts,
): { readonly id: string; readonly message: string } | undefined {
  for (const { id, objectionTo } of guards) {
    const message = objectionTo(facts);
    if (message !== undefined) return { id, message };
  }
  return undefined;
}

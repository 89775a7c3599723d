// Well-formed calls that a conforming service rejects: one row for each way to provoke an error.

import type { Step } from '../harness/api/case.js';
import type { PolicyOperationName } from '../harness/catalogue/requirement.js';
import { arnToken, get, put, remove } from './calls.js';

export interface Provocation {
  /** `<operation>/<what is wrong>`. */
  readonly id: string;
  readonly operation: PolicyOperationName;
  readonly arn: string;
  /** The policy to put, made from one that would be accepted. */
  readonly policyFrom: (good: string) => string;
  /** Whether the CA must never have had a policy. */
  readonly fresh?: boolean;
}

/** A well-formed ARN of a CA that does not exist (ARN-04). */
export const missingAuthorityArn =
  'arn:{{ca0.partition}}:acm-pca:{{ca0.region}}:{{ca0.account}}:certificate-authority/00000000-0000-0000-0000-000000000000';

const wrongArns: readonly (readonly [id: string, arn: string])[] = [
  ['missing-authority', missingAuthorityArn],
  ['malformed-arn', 'no arn'],
  ['other-resource-type', 'arn:{{ca0.partition}}:acm-pca:{{ca0.region}}:{{ca0.account}}:something/else'],
];

function rejectedArns(operation: PolicyOperationName): readonly Provocation[] {
  return wrongArns.map(([id, arn]) => ({ id: `${operation}/${id}`, operation, arn, policyFrom: (good) => good }));
}

function rejectedPolicy(id: string, policyFrom: Provocation['policyFrom']): Provocation {
  return { id: `PutPolicy/${id}`, operation: 'PutPolicy', arn: arnToken(), policyFrom };
}

const provocations: readonly Provocation[] = [
  ...rejectedArns('PutPolicy'),
  rejectedPolicy('policy-no-json', () => 'no policy'),
  rejectedPolicy('policy-denies', (good) => good.replaceAll('"Allow"', '"Deny"')),
  { id: 'GetPolicy/no-policy', operation: 'GetPolicy', arn: arnToken(), policyFrom: (good) => good, fresh: true },
  ...rejectedArns('GetPolicy'),
  ...rejectedArns('DeletePolicy'),
];

/** The provocations of one operation, or of all three. */
export function provocationsOf(operation?: PolicyOperationName): readonly Provocation[] {
  return operation === undefined ? provocations : provocations.filter((each) => each.operation === operation);
}

/** The same operation without the error, as the control: it shows that not every call is rejected. */
export function acceptedControl(operation: PolicyOperationName, good: string): readonly Step[] {
  const accepted = put('control', good);
  switch (operation) {
    case 'PutPolicy':
      return [accepted];
    case 'GetPolicy':
      return [accepted, get('control')];
    case 'DeletePolicy':
      return [accepted, remove('control')];
    default:
      return operation satisfies never;
  }
}

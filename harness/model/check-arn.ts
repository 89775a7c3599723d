// The objections to a ResourceArn: to its length, its characters, its parts and the CA that it names.

import { violatesConstraint, type Constraints } from '../api/constraints.js';
import { parseAuthorityArn } from '../api/resource-arn.js';
import type { PolicyOperationName } from '../catalogue/requirement.js';
import type { Objection } from './policy/objection.js';
import type { Principal } from './state/state.js';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const uuidInAnyCase = new RegExp(uuid, 'i');

/** The caller and the existing CAs. */
export interface KnownAuthorities {
  readonly caller: Principal;
  readonly exists: (arn: string) => boolean;
}

/** The objections to an ARN; empty exactly if it names an existing CA of the caller. */
export function objectionsToArn(
  constraints: Constraints,
  known: KnownAuthorities,
  arn: string,
  operation: PolicyOperationName,
): readonly Objection[] {
  if (arn.length > constraints.policy.maxLength) {
    // No valid request is so long, so a service may reject it without reading the ARN.
    return [
      {
        requirement: 'ARN-02',
        answers: ['ValidationException', 'InvalidArnException', 'RequestEntityTooLargeException'],
      },
    ];
  }
  const violation = violatesConstraint(arn, constraints.resourceArn);
  if (violation === 'pattern' && constraints.resourceArn.unanchoredPattern.test(arn)) return [partlyInsidePattern(arn)];
  if (violation !== undefined) {
    return [{ requirement: 'ARN-02', answers: ['ValidationException', 'InvalidArnException'] }];
  }
  // The pattern of the first model permits every service.
  if (arn.split(':')[2] !== 'acm-pca') {
    return [{ requirement: 'ARN-12', answers: ['InvalidArnException', 'ValidationException'] }];
  }
  if (known.exists(arn)) return [];
  const objections = [...objectionsToParts(arn, known.caller), ...objectionsToResource(known, arn)];
  return objections.length > 0 ? objections : [missing(operation)];
}

/**
 * That the pattern is anchored is inferred: if a part of the ARN matches, the service may look the CA up and not find it.
 */
function partlyInsidePattern(arn: string): Objection {
  return {
    requirement: isOutsideByInference(arn) ? 'ARN-10' : 'ARN-02',
    answers: ['ValidationException', 'InvalidArnException', 'ResourceNotFoundException'],
  };
}

/** A surrounding space, a trailing or doubled slash, a wildcard, or a colon in the resource. */
function isOutsideByInference(arn: string): boolean {
  return /^ | $|\/$|\/\/|\*/.test(arn) || arn.split(':').length > partsOfArn;
}

/** `arn:partition:service:region:account:resource`. */
const partsOfArn = 6;

/** A well-formed ARN of a CA that does not exist (ARN-04); only GetPolicy documents a single error for it (GP-02). */
function missing(operation: PolicyOperationName): Objection {
  return operation === 'GetPolicy'
    ? { requirement: 'GP-02', answers: ['ResourceNotFoundException'] }
    : { requirement: 'ARN-04', answers: ['ResourceNotFoundException', 'InvalidArnException'] };
}

function objectionsToParts(arn: string, caller: Principal): Objection[] {
  const [, partition = '', , region = '', account = ''] = arn.split(':');
  const objections: Objection[] = [];
  if (region === '' || !/^[0-9]{12}$/.test(account)) {
    objections.push({
      requirement: 'ARN-09',
      answers: ['InvalidArnException', 'ValidationException', 'ResourceNotFoundException', 'AccessDeniedException'],
    });
  } else if (account !== caller.account) {
    objections.push({ requirement: 'AUTH-04', answers: ['AccessDeniedException', 'ResourceNotFoundException'] });
  }
  if (region !== '' && region !== caller.region) objections.push(elsewhere('ARN-07'));
  if (partition !== caller.partition) objections.push(elsewhere('ARN-08'));
  return objections;
}

function elsewhere(requirement: 'ARN-07' | 'ARN-08'): Objection {
  return {
    requirement,
    answers: ['ResourceNotFoundException', 'InvalidArnException', 'AccessDeniedException', 'ValidationException'],
  };
}

function objectionsToResource({ exists }: KnownAuthorities, arn: string): Objection[] {
  const resource = arn.split(':').slice(5).join(':');
  const [type, id = '', ...rest] = resource.split('/');
  if (type !== 'certificate-authority' || id === '') return [otherResource('ARN-03')];
  if (rest.length > 0) return [otherResource(rest[0] === 'certificate' ? 'ARN-06' : 'ARN-03')];
  if (uuid.test(id)) return [];
  if (!uuidInAnyCase.test(id)) return [otherResource('ARN-05')];
  const existsInLowerCase = parseAuthorityArn(arn) !== undefined && exists(arn.replace(id, id.toLowerCase()));
  return existsInLowerCase
    ? [{ requirement: 'ARN-10', answers: ['ResourceNotFoundException', 'InvalidArnException', 'Success'] }]
    : [];
}

function otherResource(requirement: 'ARN-03' | 'ARN-05' | 'ARN-06'): Objection {
  return { requirement, answers: ['InvalidArnException', 'ResourceNotFoundException', 'ValidationException'] };
}

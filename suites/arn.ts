// Checks on ResourceArn: an ARN that is not one of the caller's CAs is rejected by each operation, and nothing changes.

import { arnFlaws } from '../generators/arn-flaws.js';
import { flawedArnCase } from '../generators/flawed-cases.js';
import type { ArnFlaw } from '../generators/flaw.js';
import type { Constraints } from '../harness/api/constraints.js';
import type { RequirementId } from '../harness/catalogue/index.js';
import type { Check } from '../harness/run/cases/check.js';

const operations = ['PutPolicy', 'GetPolicy', 'DeletePolicy'] as const;

/** A check that every ARN of the table that breaks the requirement is rejected. */
function rejectsArns(flaws: readonly ArnFlaw[], requirement: RequirementId, id: string, title: string): Check {
  return {
    id: `arn/${id}`,
    requirement,
    title,
    inputClasses: flaws
      .filter((flaw) => flaw.requirement === requirement)
      .flatMap((flaw) =>
        operations.map((operation) => ({ id: `${flaw.id}/${operation}`, cases: flawedArnCase(flaw, operation) })),
      ),
  };
}

export function arnChecks(constraints: Constraints): readonly Check[] {
  const flaws = arnFlaws(constraints);
  return [
    rejectsArns(flaws, 'ARN-02', 'rejects-malformed-arns', 'rejects an ARN outside the documented length or pattern'),
    rejectsArns(flaws, 'ARN-03', 'rejects-other-resource-types', 'rejects an ARN of another resource type'),
    rejectsArns(flaws, 'ARN-04', 'rejects-missing-authorities', 'rejects the ARN of a CA that does not exist'),
    rejectsArns(flaws, 'ARN-05', 'rejects-non-uuid-ids', 'rejects the ARN of a CA whose id is not a UUID'),
    rejectsArns(flaws, 'ARN-06', 'rejects-certificate-arns', 'rejects the ARN of a certificate that the CA issued'),
    rejectsArns(flaws, 'ARN-07', 'rejects-other-regions', 'rejects an ARN of another region'),
    rejectsArns(flaws, 'ARN-08', 'rejects-other-partitions', 'rejects an ARN of another partition'),
    rejectsArns(
      flaws,
      'ARN-09',
      'rejects-incomplete-arns',
      'rejects an ARN without a region or without a complete account id',
    ),
    rejectsArns(
      flaws.filter(({ acceptable }) => acceptable.includes('Success')),
      'ARN-10',
      'handles-upper-case-ids-consistently',
      'finds a CA by its id in upper case, or rejects the ARN',
    ),
    rejectsArns(
      flaws.filter(({ acceptable }) => !acceptable.includes('Success')),
      'ARN-10',
      'rejects-additions-to-arns',
      'rejects an ARN with a surrounding space, an extra slash, a colon in the resource or a wildcard',
    ),
    rejectsArns(
      flaws,
      'AUTH-04',
      'rejects-other-accounts',
      'rejects the ARN of a CA in another account, even if a CA of the caller has the same id',
    ),
    rejectsArns(flaws, 'ARN-12', 'rejects-other-services', 'rejects an ARN of another service'),
  ];
}

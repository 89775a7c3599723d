// Claims about ResourceArn: what is no CA of the caller is refused, by each of the three operations, and nothing changes.

import { arnFlaws } from '../generators/arn-flaws.js';
import { flawedArnCase } from '../generators/flawed-cases.js';
import type { ArnFlaw } from '../generators/flaw.js';
import type { Constraints } from '../harness/api/constraints.js';
import type { RequirementId } from '../harness/catalogue/index.js';
import type { Check } from '../harness/run/cases/check.js';

const operations = ['PutPolicy', 'GetPolicy', 'DeletePolicy'] as const;

/** Refuses every ARN in the table that breaks the requirement. */
function refusesArns(flaws: readonly ArnFlaw[], requirement: RequirementId, id: string, title: string): Check {
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
    refusesArns(flaws, 'ARN-02', 'refuses-malformed-arns', 'refuses an ARN outside the documented length or pattern'),
    refusesArns(flaws, 'ARN-03', 'refuses-other-resource-types', 'refuses an ARN of another resource type'),
    refusesArns(flaws, 'ARN-04', 'refuses-missing-authorities', 'refuses the ARN of a CA that does not exist'),
    refusesArns(flaws, 'ARN-05', 'refuses-ids-that-are-no-uuid', 'refuses the ARN of a CA whose id is not a UUID'),
    refusesArns(flaws, 'ARN-06', 'refuses-certificate-arns', 'refuses the ARN of a certificate below the CA'),
    refusesArns(flaws, 'ARN-07', 'refuses-other-regions', 'refuses an ARN of another region'),
    refusesArns(flaws, 'ARN-08', 'refuses-other-partitions', 'refuses an ARN of another partition'),
    refusesArns(
      flaws,
      'ARN-09',
      'refuses-incomplete-arns',
      'refuses an ARN without a region or without a whole account id',
    ),
    refusesArns(
      flaws.filter(({ acceptable }) => acceptable.includes('Success')),
      'ARN-10',
      'settles-ids-in-upper-case',
      'finds a CA whose id is in upper case, or refuses it',
    ),
    refusesArns(
      flaws.filter(({ acceptable }) => !acceptable.includes('Success')),
      'ARN-10',
      'refuses-what-is-added-to-an-arn',
      'refuses an ARN with a space around, a slash too many, a colon within the resource or a wildcard',
    ),
    refusesArns(
      flaws,
      'AUTH-04',
      'refuses-other-accounts',
      'refuses the ARN of a CA in another account, though a CA of the caller has the same id',
    ),
    refusesArns(flaws, 'ARN-12', 'refuses-other-services', 'refuses an ARN of another service'),
  ];
}

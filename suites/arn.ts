// Claims about ResourceArn: what is no CA of the caller is refused, by each of the three operations, and nothing changes.

import { arnFlaws } from '../generators/arn-flaws.js';
import { flawedArnCase } from '../generators/flawed-cases.js';
import type { RequirementId } from '../harness/catalogue/index.js';
import type { Check } from '../harness/run/check.js';

const operations = ['PutPolicy', 'GetPolicy', 'DeletePolicy'] as const;

/** Refuses every ARN in the table that breaks the requirement. */
function refusesArns(requirement: RequirementId, id: string, title: string): Check {
  const flaws = arnFlaws.filter((flaw) => flaw.requirement === requirement);
  return {
    id: `arn/${id}`,
    requirement,
    title,
    strata: flaws.flatMap((flaw) =>
      operations.map((operation) => ({ id: `${flaw.id}/${operation}`, cases: flawedArnCase(flaw, operation) })),
    ),
  };
}

export const arnChecks: readonly Check[] = [
  refusesArns('ARN-02', 'refuses-malformed-arns', 'refuses an ARN outside the documented length or pattern'),
  refusesArns('ARN-03', 'refuses-other-resource-types', 'refuses an ARN of another resource type'),
  refusesArns('ARN-04', 'refuses-missing-authorities', 'refuses the ARN of a CA that does not exist'),
  refusesArns('ARN-05', 'refuses-ids-that-are-no-uuid', 'refuses the ARN of a CA whose id is not a UUID'),
  refusesArns('ARN-06', 'refuses-certificate-arns', 'refuses the ARN of a certificate below the CA'),
  refusesArns('ARN-07', 'refuses-other-regions', 'refuses an ARN of another region'),
  refusesArns('ARN-08', 'refuses-other-partitions', 'refuses an ARN of another partition'),
  refusesArns('ARN-09', 'refuses-incomplete-arns', 'refuses an ARN without a region or without a whole account id'),
  refusesArns('ARN-12', 'refuses-other-services', 'refuses an ARN of another service'),
];

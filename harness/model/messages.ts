// The error messages that are known from public evidence. A message never fails a target; the reference service uses these
// because some clients look for them.

import type { PolicyOperation } from '../api/operation.js';
import type { Answer } from '../catalogue/requirement.js';
import type { RequirementId } from '../catalogue/index.js';

/** The message of an error; undefined if none is known. */
export function knownMessage(
  answer: Answer,
  cites: readonly RequirementId[],
  { kind, input }: PolicyOperation,
): string | undefined {
  switch (answer) {
    case 'ResourceNotFoundException':
      // From a CloudTrail record (GP-01); the message for a missing CA is not known.
      return kind === 'GetPolicy' && cites.includes('GP-01')
        ? `Could not find policy for resource ${input.ResourceArn}.`
        : undefined;
    case 'InvalidArnException':
      // Observed on GetCertificate (ARN-11).
      return 'Not a valid arn.';
    case 'InvalidPolicyException':
      // The only known message (POL-20), for policies that are valid JSON.
      return cites.some((id) => id === 'POL-05')
        ? undefined
        : 'InvalidPolicy: The supplied policy does not match RAM managed permissions';
    case 'InvalidStateException':
      // Observed on ListTags (ST-06).
      return cites.includes('ST-06')
        ? 'The certificate authority is in the DELETED state and must be restored to complete this action.'
        : undefined;
    default:
      return undefined;
  }
}

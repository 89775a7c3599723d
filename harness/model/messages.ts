// The texts of errors that are known from public evidence. No text ever fails a target; the reference service speaks in
// these words where it can, because some clients look for them.

import type { PolicyOperation } from '../api/operation.js';
import type { Answer } from '../catalogue/requirement.js';
import type { RequirementId } from '../catalogue/index.js';

/** The text of a refusal; undefined where none is known. */
export function knownMessage(
  answer: Answer,
  cites: readonly RequirementId[],
  { kind, input }: PolicyOperation,
): string | undefined {
  switch (answer) {
    case 'ResourceNotFoundException':
      // From a record of CloudTrail (GP-01); the text for a missing CA is not known.
      return kind === 'GetPolicy' && cites.includes('GP-01')
        ? `Could not find policy for resource ${input.ResourceArn}.`
        : undefined;
    case 'InvalidArnException':
      // Seen on GetCertificate (ARN-11).
      return 'Not a valid arn.';
    case 'InvalidPolicyException':
      // The one text that is known of this service (POL-20), for policies that can be read at all.
      return cites.some((id) => id === 'POL-05')
        ? undefined
        : 'InvalidPolicy: The supplied policy does not match RAM managed permissions';
    case 'InvalidStateException':
      // Seen on ListTags (ST-06).
      return cites.includes('ST-06')
        ? 'The certificate authority is in the DELETED state and must be restored to complete this action.'
        : undefined;
    default:
      return undefined;
  }
}

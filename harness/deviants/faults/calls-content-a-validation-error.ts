import { refusal, answers, isRefused } from '../bend.js';
import { documentOf } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'What is wrong with the content of a policy is refused with ValidationException.',
  breaks: 'POL-27',
  killedBy: 'policy-content/refuses-other-actions',
  bend: answers(['PutPolicy'], (right, { input }) =>
    isRefused(right, 'InvalidPolicyException') && documentOf(input.Policy) !== undefined
      ? refusal('ValidationException')
      : undefined,
  ),
};

import { refusal, answers, isRefused } from '../mutate.js';
import { documentOf } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'What is wrong with the content of a policy is refused with ValidationException.',
  breaks: 'POL-27',
  killedBy: 'policy-content/refuses-other-actions',
  mutate: answers(['PutPolicy'], (right, { input }) =>
    isRefused(right, 'InvalidPolicyException') && documentOf(input.Policy) !== undefined
      ? refusal('ValidationException')
      : undefined,
  ),
};

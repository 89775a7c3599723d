import { refusal, answers, isRefused } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'DeletePolicy refuses with InvalidPolicyException.',
  breaks: 'DP-05',
  killedBy: 'errors/of-delete-policy-are-declared',
  mutate: answers(['DeletePolicy'], (right) => (isRefused(right) ? refusal('InvalidPolicyException') : undefined)),
};

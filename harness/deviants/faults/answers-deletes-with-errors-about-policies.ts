import { refusal, answers, isRefused } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'DeletePolicy refuses with InvalidPolicyException.',
  breaks: 'DP-05',
  killedBy: 'errors/of-delete-policy-are-declared',
  bend: answers(['DeletePolicy'], (right) => (isRefused(right) ? refusal('InvalidPolicyException') : undefined)),
};

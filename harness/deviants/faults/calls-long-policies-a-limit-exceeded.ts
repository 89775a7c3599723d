import { newestConstraints } from '../../api/constraints.js';
import { refusal, answers } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A policy that is too long is refused with LimitExceededException.',
  breaks: 'POL-02',
  killedBy: 'policy-text/refuses-other-lengths',
  bend: answers(['PutPolicy'], (right, { input }) =>
    right.kind === 'service-error' && input.Policy.length > newestConstraints.policy.maxLength
      ? refusal('LimitExceededException')
      : undefined,
  ),
};

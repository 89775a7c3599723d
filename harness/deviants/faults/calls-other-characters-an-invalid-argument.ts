import { newestConstraints, violatesConstraint } from '../../api/constraints.js';
import { refusal, answers } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A character outside the class is refused with InvalidArgsException.',
  breaks: 'POL-03',
  killedBy: 'policy-text/refuses-other-characters',
  bend: answers(['PutPolicy'], (right, { input }) =>
    right.kind === 'service-error' && violatesConstraint(input.Policy, newestConstraints.policy) === 'pattern'
      ? refusal('InvalidArgsException')
      : undefined,
  ),
};

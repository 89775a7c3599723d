import { newestConstraints, violatesConstraint } from '../../api/constraints.js';
import { refusal, answers } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A character outside the class is refused with InvalidArgsException.',
  breaks: 'POL-03',
  killedBy: 'policy-text/refuses-other-characters',
  mutate: answers(['PutPolicy'], (right, { input }) =>
    right.kind === 'service-error' && violatesConstraint(input.Policy, newestConstraints.policy) === 'pattern'
      ? refusal('InvalidArgsException')
      : undefined,
  ),
};

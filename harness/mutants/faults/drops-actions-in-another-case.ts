import { keeps } from '../mutate.js';
import { inElements, textsOf } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'An action in lower case is dropped.',
  breaks: 'POL-43',
  killedBy: 'policy-content/settles-letter-case',
  mutate: keeps(
    inElements('Action', (actions) =>
      textsOf(actions).some((action) => /:[a-z]/.test(action))
        ? textsOf(actions).filter((action) => !/:[a-z]/.test(action))
        : actions,
    ),
  ),
};

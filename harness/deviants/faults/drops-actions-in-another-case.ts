import { keeps } from '../bend.js';
import { inElements, textsOf } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'An action in lower case is dropped.',
  breaks: 'POL-43',
  killedBy: 'policy-content/settles-letter-case',
  bend: keeps(
    inElements('Action', (actions) =>
      textsOf(actions).some((action) => /:[a-z]/.test(action))
        ? textsOf(actions).filter((action) => !/:[a-z]/.test(action))
        : actions,
    ),
  ),
};

import { reads } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'The backslash of an escape comes back as a backslash of its own.',
  breaks: 'POL-03',
  killedBy: 'policy-text/settles-escaped-characters',
  mutate: reads((text) => text.replaceAll('\\', '\\\\')),
};

import { keeps } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'U+00A0 becomes U+0020.',
  breaks: 'POL-03',
  killedBy: 'policy-text/keeps-allowed-characters',
  mutate: keeps((text) => text.replaceAll('\u00a0', ' ')),
};

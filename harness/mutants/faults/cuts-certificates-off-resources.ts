import { mends } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A certificate as resource comes back as its CA.',
  breaks: 'POL-32',
  killedBy: 'policy-content/settles-certificate-resources',
  mutate: mends((text) => text.replaceAll(/\/certificate\/[0-9a-f]+/g, '')),
};

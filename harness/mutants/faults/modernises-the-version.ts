import { keeps } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'The older Version comes back as the present one.',
  breaks: 'POL-36',
  killedBy: 'policy-content/settles-versions',
  mutate: keeps((text) => text.replace('2008-10-17', '2012-10-17')),
};

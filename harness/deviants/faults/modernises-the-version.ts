import { keeps } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'The older Version comes back as the present one.',
  breaks: 'POL-36',
  killedBy: 'policy-content/settles-versions',
  bend: keeps((text) => text.replace('2008-10-17', '2012-10-17')),
};

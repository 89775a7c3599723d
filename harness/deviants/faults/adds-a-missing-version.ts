import { keeps } from '../bend.js';
import { inDocument } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A policy without Version comes back with one.',
  breaks: 'POL-36',
  killedBy: 'policy-content/settles-versions',
  bend: keeps(inDocument((document) => ({ Version: '2012-10-17', ...document }))),
};

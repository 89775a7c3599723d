import { mends } from '../bend.js';
import { inElements } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'Of several resources the first comes back.',
  breaks: 'POL-31',
  killedBy: 'policy-content/settles-resources',
  bend: mends(
    inElements('Resource', (resource) => (Array.isArray(resource) && resource.length > 1 ? resource[0] : resource)),
  ),
};

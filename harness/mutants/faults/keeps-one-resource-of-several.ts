import { mends } from '../mutate.js';
import { inElements } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'Of several resources the first comes back.',
  breaks: 'POL-31',
  killedBy: 'policy-content/settles-resources',
  mutate: mends(
    inElements('Resource', (resource) => (Array.isArray(resource) && resource.length > 1 ? resource[0] : resource)),
  ),
};

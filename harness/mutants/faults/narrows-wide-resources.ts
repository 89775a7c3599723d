import { mends } from '../mutate.js';
import { inElements } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A wildcard as resource comes back as the CA.',
  breaks: 'POL-31',
  killedBy: 'policy-content/settles-resources',
  mutate: mends((text, { arn }) => inElements('Resource', (resource) => (resource === '*' ? arn : resource))(text)),
};

import { mends } from '../bend.js';
import { inElements } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A wildcard as resource comes back as the CA.',
  breaks: 'POL-31',
  killedBy: 'policy-content/settles-resources',
  bend: mends((text, { arn }) => inElements('Resource', (resource) => (resource === '*' ? arn : resource))(text)),
};

import { mends } from '../bend.js';
import { inStatements } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A statement without Resource comes back with the CA.',
  breaks: 'POL-31',
  killedBy: 'policy-content/settles-resources',
  bend: mends((text, { arn }) =>
    inStatements((statement) =>
      'Resource' in statement || 'NotResource' in statement || 'Resources' in statement
        ? statement
        : { ...statement, Resource: arn },
    )(text),
  ),
};

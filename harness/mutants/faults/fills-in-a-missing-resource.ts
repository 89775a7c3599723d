import { mends } from '../mutate.js';
import { inStatements } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A statement without Resource comes back with the CA.',
  breaks: 'POL-31',
  killedBy: 'policy-content/settles-resources',
  mutate: mends((text, { arn }) =>
    inStatements((statement) =>
      'Resource' in statement || 'NotResource' in statement || 'Resources' in statement
        ? statement
        : { ...statement, Resource: arn },
    )(text),
  ),
};

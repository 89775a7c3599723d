import { issueAction } from '../../api/actions.js';
import { keeps } from '../mutate.js';
import { inStatements, listed } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'An issue statement without a condition comes back with the template.',
  breaks: 'POL-26',
  killedBy: 'policy-content/settles-templates',
  mutate: keeps(
    inStatements((statement) =>
      listed(statement['Action']).includes(issueAction) && !('Condition' in statement)
        ? {
            ...statement,
            Condition: {
              StringEquals: { 'acm-pca:TemplateArn': 'arn:aws:acm-pca:::template/EndEntityCertificate/V1' },
            },
          }
        : statement,
    ),
  ),
};

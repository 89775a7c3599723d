import { issueAction } from '../../api/actions.js';
import { keeps } from '../bend.js';
import { inStatements, listed } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'An issue statement without a condition comes back with the template.',
  breaks: 'POL-26',
  killedBy: 'policy-content/settles-templates',
  bend: keeps(
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

import { issueAction } from '../../api/actions.js';
import { refusesPolicies } from '../bend.js';
import { hasStatement, textsOf } from '../documents.js';
import { hasKey } from '../policy-forms.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A statement that allows issuing without naming a template is refused.',
  permittedBy: 'POL-26',
  bend: refusesPolicies(
    hasStatement(
      (statement) => textsOf(statement['Action']).includes(issueAction) && !hasKey(statement, 'acm-pca:TemplateArn'),
    ),
  ),
};

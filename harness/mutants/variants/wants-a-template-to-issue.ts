import { issueAction } from '../../api/actions.js';
import { refusesPolicies } from '../mutate.js';
import { hasStatement, textsOf } from '../documents.js';
import { hasKey } from '../policy-forms.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'A statement that allows issuing without naming a template is refused.',
  permittedBy: 'POL-26',
  mutate: refusesPolicies(
    hasStatement(
      (statement) => textsOf(statement['Action']).includes(issueAction) && !hasKey(statement, 'acm-pca:TemplateArn'),
    ),
  ),
};

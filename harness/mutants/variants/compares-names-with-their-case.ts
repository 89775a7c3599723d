import { shareableActions } from '../../api/actions.js';
import { refusesPolicies } from '../mutate.js';
import { hasStatement, textsOf } from '../documents.js';
import { entriesOf } from '../policy-forms.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'Actions and condition keys in another case than the documented one are refused.',
  permittedBy: 'POL-43',
  mutate: refusesPolicies(
    hasStatement(
      (statement) =>
        textsOf(statement['Action']).some((action) => isInAnotherCase(action, shareableActions)) ||
        entriesOf(statement).some(({ key }) => isInAnotherCase(key, keys)),
    ),
  ),
};

const keys = ['acm-pca:TemplateArn', 'aws:PrincipalOrgID', 'aws:PrincipalAccount', 'aws:SourceArn'];

function isInAnotherCase(name: string, known: readonly string[]): boolean {
  return !known.includes(name) && known.some((each) => each.toLowerCase() === name.toLowerCase());
}

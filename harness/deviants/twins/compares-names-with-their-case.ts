import { shareableActions } from '../../api/actions.js';
import { refusesPolicies } from '../bend.js';
import { hasStatement, textsOf } from '../documents.js';
import { entriesOf } from '../policy-forms.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'Actions and condition keys in another case than the documented one are refused.',
  permittedBy: 'POL-43',
  bend: refusesPolicies(
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

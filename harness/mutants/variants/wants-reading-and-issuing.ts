import { issueAction, readActions } from '../../api/actions.js';
import { refusesPolicies } from '../mutate.js';
import { documentOf, statementsOf, textsOf } from '../documents.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'A policy without a statement to read and one to issue is refused.',
  permittedBy: 'POL-25',
  mutate: refusesPolicies((text) => {
    const actions = statementsOf(documentOf(text)).map(({ Action }) => textsOf(Action));
    const issues = actions.some((each) => each.includes(issueAction));
    return !issues || !actions.some((each) => readActions.every((action) => each.includes(action)));
  }),
};

import { ownerActions, shareableActions } from '../../api/actions.js';
import { hasStatement, textsOf } from '../documents.js';
import { renamesRefusals } from '../policy-forms.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'An action that does not exist is refused with ValidationException.',
  permittedBy: 'POL-27',
  mutate: renamesRefusals(hasStatement(({ Action }) => textsOf(Action).some((action) => !exists(action)))),
};

/** Wildcards stand for actions that do, and so does whatever another service may have. */
function exists(action: string): boolean {
  const isOfOtherService = action.includes(':') && !/^acm-pca:/i.test(action);
  return (
    isOfOtherService ||
    /[*?]/.test(action) ||
    [...shareableActions, ...ownerActions].some((known) => known.toLowerCase() === action.toLowerCase())
  );
}

import { documentOf, isDraft, listed, type Draft } from '../documents.js';
import { renamesRefusals } from '../policy-forms.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'A policy without statements, or a statement without actions, is refused with ValidationException.',
  permittedBy: 'POL-38',
  mutate: renamesRefusals((text) => {
    const document = documentOf(text);
    if (document === undefined) return false;
    const statements = listed(document['Statement']);
    return statements.length === 0 || !statements.every((statement) => isDraft(statement) && allowsActions(statement));
  }),
};

/** NotAction allows what it does not name, which is more than any share may (POL-44). */
function allowsActions({ Action, ...others }: Draft): boolean {
  const actions = listed(Action);
  return !('NotAction' in others) && actions.length > 0 && actions.every((action) => typeof action === 'string');
}

import { hasStatement, isDraft, listed } from '../documents.js';
import { renamesRefusals } from '../policy-forms.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'A principal that the grammar of IAM does not know is refused with ValidationException.',
  permittedBy: 'POL-33',
  mutate: renamesRefusals(
    hasStatement(({ Principal, ...others }) => !('NotPrincipal' in others) && !isOfTheGrammar(Principal)),
  ),
};

function isOfTheGrammar(principal: unknown): boolean {
  if (principal === '*') return true;
  const types = isDraft(principal) ? Object.entries(principal) : [];
  return types.length > 0 && types.every(([type, value]) => isKnown(type) && (!isOfTexts(type) || areTexts(value)));
}

function isKnown(type: string): boolean {
  return ['aws', 'service', 'federated', 'canonicaluser'].includes(type.toLowerCase());
}

function isOfTexts(type: string): boolean {
  return type === 'AWS' || type === 'Service';
}

function areTexts(value: unknown): boolean {
  const items = listed(value);
  return items.length > 0 && items.every((item) => typeof item === 'string');
}

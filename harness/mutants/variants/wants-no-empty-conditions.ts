import { refusesPolicies } from '../mutate.js';
import { hasStatement, isDraft } from '../documents.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'An empty Condition is refused as unreadable.',
  permittedBy: 'POL-42',
  mutate: refusesPolicies(
    hasStatement(({ Condition }) => isDraft(Condition) && Object.keys(Condition).length === 0),
    'ValidationException',
  ),
};

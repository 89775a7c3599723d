import { refusesPolicies } from '../bend.js';
import { hasStatement, isDraft } from '../documents.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'An empty Condition is refused as unreadable.',
  permittedBy: 'POL-42',
  bend: refusesPolicies(
    hasStatement(({ Condition }) => isDraft(Condition) && Object.keys(Condition).length === 0),
    'ValidationException',
  ),
};

import { refusesPolicies } from '../bend.js';
import { documentOf } from '../documents.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A statement that is not in a list is refused.',
  permittedBy: 'POL-38',
  bend: refusesPolicies((text) => !Array.isArray(documentOf(text)?.['Statement'])),
};

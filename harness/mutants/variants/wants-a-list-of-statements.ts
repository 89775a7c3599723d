import { refusesPolicies } from '../mutate.js';
import { documentOf } from '../documents.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'A statement that is not in a list is refused.',
  permittedBy: 'POL-38',
  mutate: refusesPolicies((text) => !Array.isArray(documentOf(text)?.['Statement'])),
};

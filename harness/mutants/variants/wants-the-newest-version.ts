import { refusesPolicies } from '../mutate.js';
import { documentOf } from '../documents.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'A policy of the older version, or of none, is refused.',
  permittedBy: 'POL-36',
  mutate: refusesPolicies((text) => documentOf(text)?.['Version'] !== '2012-10-17'),
};

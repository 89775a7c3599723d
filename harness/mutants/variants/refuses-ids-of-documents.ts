import { refusesPolicies } from '../mutate.js';
import { documentOf } from '../documents.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'A policy with an Id is refused.',
  permittedBy: 'POL-37',
  mutate: refusesPolicies((text) => 'Id' in (documentOf(text) ?? {})),
};

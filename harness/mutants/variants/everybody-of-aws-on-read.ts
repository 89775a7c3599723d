import { reads } from '../mutate.js';
import { inElements } from '../documents.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'The principal "*" comes back as {"AWS":"*"}, which IAM calls equal.',
  permittedBy: 'GP-04',
  mutate: reads(inElements('Principal', (principal) => (principal === '*' ? { AWS: '*' } : principal))),
};

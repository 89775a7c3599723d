import { reads } from '../bend.js';
import { inElements } from '../documents.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'The principal "*" comes back as {"AWS":"*"}, which IAM calls equal.',
  permittedBy: 'GP-04',
  bend: reads(inElements('Principal', (principal) => (principal === '*' ? { AWS: '*' } : principal))),
};

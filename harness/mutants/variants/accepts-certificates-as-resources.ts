import { overlooks } from '../mutate.js';
import { inElements } from '../documents.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'The resource of a statement may be a certificate of the CA.',
  permittedBy: 'POL-32',
  mutate: overlooks((text, { arn }) =>
    inElements('Resource', (resource) => (String(resource).startsWith(`${arn}/certificate/`) ? arn : resource))(text),
  ),
};

import { overlooks } from '../bend.js';
import { inElements } from '../documents.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'The resource of a statement may be a certificate of the CA.',
  permittedBy: 'POL-32',
  bend: overlooks((text, { arn }) =>
    inElements('Resource', (resource) => (String(resource).startsWith(`${arn}/certificate/`) ? arn : resource))(text),
  ),
};

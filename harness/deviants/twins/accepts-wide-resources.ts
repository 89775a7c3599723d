import { overlooks } from '../bend.js';
import { inElements, listed } from '../documents.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'Resource may be a wildcard, or a list.',
  permittedBy: 'POL-31',
  bend: overlooks((text, { arn }) =>
    inElements('Resource', (resource) =>
      ['*', `${arn}*`].includes(String(listed(resource).at(-1))) || (Array.isArray(resource) && resource.length === 1)
        ? arn
        : resource,
    )(text),
  ),
};

import { refusesPolicies } from '../bend.js';
import { documentOf } from '../documents.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A policy of the older version, or of none, is refused.',
  permittedBy: 'POL-36',
  bend: refusesPolicies((text) => documentOf(text)?.['Version'] !== '2012-10-17'),
};

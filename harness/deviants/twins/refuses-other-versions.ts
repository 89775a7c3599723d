import { refusesPolicies } from '../bend.js';
import { documentOf } from '../documents.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'Version is 2012-10-17.',
  permittedBy: 'POL-36',
  bend: refusesPolicies((text) => documentOf(text)?.['Version'] !== '2012-10-17'),
};

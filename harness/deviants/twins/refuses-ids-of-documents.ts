import { refusesPolicies } from '../bend.js';
import { documentOf } from '../documents.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A policy with an Id is refused.',
  permittedBy: 'POL-37',
  bend: refusesPolicies((text) => 'Id' in (documentOf(text) ?? {})),
};

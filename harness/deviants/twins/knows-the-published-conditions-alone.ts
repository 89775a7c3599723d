import { refusesPolicies } from '../bend.js';
import { hasEntry } from '../policy-forms.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'Conditions on keys that no published policy shows are refused.',
  permittedBy: 'POL-42',
  bend: refusesPolicies(hasEntry(({ key }) => !publishedKeys.includes(key.toLowerCase()))),
};

const publishedKeys = ['acm-pca:templatearn', 'aws:principalorgid', 'aws:principalaccount', 'aws:sourcearn'];

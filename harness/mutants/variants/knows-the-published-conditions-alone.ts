import { refusesPolicies } from '../mutate.js';
import { hasEntry } from '../policy-forms.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'Conditions on keys that no published policy shows are refused.',
  permittedBy: 'POL-42',
  mutate: refusesPolicies(hasEntry(({ key }) => !publishedKeys.includes(key.toLowerCase()))),
};

const publishedKeys = ['acm-pca:templatearn', 'aws:principalorgid', 'aws:principalaccount', 'aws:sourcearn'];

import { refusesPolicies } from '../bend.js';
import { hasEntry } from '../policy-forms.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A template that is compared with another operator than StringEquals is refused.',
  permittedBy: 'POL-41',
  bend: refusesPolicies(hasEntry(({ operator, key }) => key === 'acm-pca:TemplateArn' && operator !== 'StringEquals')),
};

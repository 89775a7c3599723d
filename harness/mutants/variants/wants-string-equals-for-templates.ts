import { refusesPolicies } from '../mutate.js';
import { hasEntry } from '../policy-forms.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'A template that is compared with another operator than StringEquals is refused.',
  permittedBy: 'POL-41',
  mutate: refusesPolicies(
    hasEntry(({ operator, key }) => key === 'acm-pca:TemplateArn' && operator !== 'StringEquals'),
  ),
};

import { refusesForms } from '../policy-forms.js';
import { repeatsKeys } from '../repeated-keys.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'A key that stands there twice is refused with ValidationException.',
  permittedBy: 'POL-07',
  mutate: refusesForms(repeatsKeys, 'ValidationException'),
};

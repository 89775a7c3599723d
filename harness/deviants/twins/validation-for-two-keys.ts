import { refusesForms } from '../policy-forms.js';
import { repeatsKeys } from '../repeated-keys.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A key that stands there twice is refused with ValidationException.',
  permittedBy: 'POL-07',
  bend: refusesForms(repeatsKeys, 'ValidationException'),
};

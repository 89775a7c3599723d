import { depthOf, refusesForms } from '../policy-forms.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A policy that is nested more than a hundred levels deep cannot be read.',
  permittedBy: 'POL-37',
  bend: refusesForms((text) => depthOf(text) > 100, 'ValidationException'),
};

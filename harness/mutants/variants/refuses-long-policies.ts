import { newestConstraints } from '../../api/constraints.js';
import { refusesPolicies } from '../mutate.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'A policy above the former maximum is refused.',
  permittedBy: 'POL-04',
  mutate: refusesPolicies((text) => text.length > newestConstraints.undisputedPolicyLength, 'ValidationException'),
};

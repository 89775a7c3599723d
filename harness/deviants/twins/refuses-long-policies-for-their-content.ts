import { newestConstraints } from '../../api/constraints.js';
import { refusesPolicies } from '../bend.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A policy above the former maximum is refused with InvalidPolicyException.',
  permittedBy: 'POL-04',
  bend: refusesPolicies((text) => text.length > newestConstraints.undisputedPolicyLength),
};

import { refusesPolicies } from '../bend.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'An account of zeros does not exist.',
  permittedBy: 'POL-35',
  bend: refusesPolicies((text) => text.includes('000000000000')),
};

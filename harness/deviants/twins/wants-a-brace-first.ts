import { refusesPolicies } from '../bend.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'White space before the first brace makes a policy invalid.',
  permittedBy: 'POL-08',
  bend: refusesPolicies((text) => /^\s/.test(text)),
};

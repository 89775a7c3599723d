import { refusesPolicies } from '../bend.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A policy with a JSON escape is refused.',
  permittedBy: 'POL-08',
  bend: refusesPolicies((text) => text.includes('\\')),
};

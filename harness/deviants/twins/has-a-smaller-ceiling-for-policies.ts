import { refusesPolicies } from '../bend.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A policy of more than 16,384 characters is refused for its content.',
  permittedBy: 'POL-01',
  bend: refusesPolicies((text) => text.length > 16_384),
};

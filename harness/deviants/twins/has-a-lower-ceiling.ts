import { refusesPolicies } from '../bend.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A policy of more than 12,288 characters is refused as invalid.',
  permittedBy: 'POL-01',
  bend: refusesPolicies((text) => text.length > 12_288),
};

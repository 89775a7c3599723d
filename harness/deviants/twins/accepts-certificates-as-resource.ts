import { overlooks } from '../bend.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'Resource may be a certificate of the CA.',
  permittedBy: 'POL-32',
  bend: overlooks((text) => text.replaceAll(/\/certificate\/[0-9a-f]+/g, '')),
};

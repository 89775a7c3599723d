import { overlooks } from '../bend.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'The principal may be a session of a role.',
  permittedBy: 'POL-33',
  bend: overlooks((text) => text.replaceAll(/arn:[^:"]+:sts::(\d{12}):assumed-role\/[^"]+/g, '$1')),
};

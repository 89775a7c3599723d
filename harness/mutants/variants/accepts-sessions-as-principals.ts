import { overlooks } from '../mutate.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'The principal may be a session of a role.',
  permittedBy: 'POL-33',
  mutate: overlooks((text) => text.replaceAll(/arn:[^:"]+:sts::(\d{12}):assumed-role\/[^"]+/g, '$1')),
};

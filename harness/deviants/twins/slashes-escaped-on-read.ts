import { reads } from '../bend.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'Slashes come back escaped.',
  permittedBy: 'GP-04',
  bend: reads((text) => text.replaceAll(/(?<!\\)\//g, String.raw`\/`)),
};

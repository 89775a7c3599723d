import { reads } from '../bend.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'An account comes back as the ARN of its root.',
  permittedBy: 'GP-04',
  bend: reads((text) => text.replaceAll(/"AWS":"(\d{12})"/g, '"AWS":"arn:aws:iam::$1:root"')),
};

import { reads } from '../mutate.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'An account comes back as the ARN of its root.',
  permittedBy: 'GP-04',
  mutate: reads((text) => text.replaceAll(/"AWS":"(\d{12})"/g, '"AWS":"arn:aws:iam::$1:root"')),
};

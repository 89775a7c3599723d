import { refusesIn } from '../mutate.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'A DISABLED CA is in the wrong state for writes, and its policy can be read.',
  permittedBy: 'ST-04',
  mutate: refusesIn('DISABLED', 'InvalidStateException', ['PutPolicy', 'DeletePolicy']),
};

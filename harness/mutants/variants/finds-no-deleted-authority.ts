import { refusesIn } from '../mutate.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'A DELETED CA is not found.',
  permittedBy: 'ST-06',
  mutate: refusesIn('DELETED', 'ResourceNotFoundException'),
};

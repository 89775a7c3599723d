import { refusesIn } from '../bend.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A DELETED CA is not found.',
  permittedBy: 'ST-06',
  bend: refusesIn('DELETED', 'ResourceNotFoundException'),
};

import { refusesIn } from '../bend.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A DISABLED CA is in the wrong state for writes, and its policy can be read.',
  permittedBy: 'ST-04',
  bend: refusesIn('DISABLED', 'InvalidStateException', ['PutPolicy', 'DeletePolicy']),
};

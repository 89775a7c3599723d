import { refusesIn } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A DISABLED CA is not found.',
  breaks: 'ST-04',
  killedBy: 'resource-state/answers-while-disabled',
  bend: refusesIn('DISABLED', 'ResourceNotFoundException'),
};

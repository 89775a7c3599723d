import { refusesIn } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'On a DISABLED CA GetPolicy finds no policy.',
  breaks: 'ST-04',
  killedBy: 'resource-state/answers-while-disabled',
  bend: refusesIn('DISABLED', 'ResourceNotFoundException', ['GetPolicy']),
};

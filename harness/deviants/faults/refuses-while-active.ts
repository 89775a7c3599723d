import { refusesIn } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'The operations are refused on an ACTIVE CA.',
  breaks: 'ST-04',
  killedBy: 'resource-state/works-while-active',
  bend: refusesIn('ACTIVE', 'InvalidStateException'),
};

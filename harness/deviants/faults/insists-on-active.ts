import { refusesIn } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'PutPolicy demands an ACTIVE CA.',
  breaks: 'ST-05',
  killedBy: 'resource-state/works-while-pending',
  bend: refusesIn('PENDING_CERTIFICATE', 'InvalidStateException', ['PutPolicy']),
};

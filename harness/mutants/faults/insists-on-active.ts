import { refusesIn } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'PutPolicy demands an ACTIVE CA.',
  breaks: 'ST-05',
  killedBy: 'resource-state/works-while-pending',
  mutate: refusesIn('PENDING_CERTIFICATE', 'InvalidStateException', ['PutPolicy']),
};

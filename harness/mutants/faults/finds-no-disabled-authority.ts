import { refusesIn } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A DISABLED CA is not found.',
  breaks: 'ST-04',
  killedBy: 'resource-state/answers-while-disabled',
  mutate: refusesIn('DISABLED', 'ResourceNotFoundException'),
};

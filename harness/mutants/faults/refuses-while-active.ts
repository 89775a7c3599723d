import { refusesIn } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'The operations are refused on an ACTIVE CA.',
  breaks: 'ST-04',
  killedBy: 'resource-state/works-while-active',
  mutate: refusesIn('ACTIVE', 'InvalidStateException'),
};

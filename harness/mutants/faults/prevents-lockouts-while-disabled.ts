import { refusesIn } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'On a DISABLED CA DeletePolicy answers LockoutPreventedException.',
  breaks: 'ST-04',
  killedBy: 'resource-state/answers-while-disabled',
  mutate: refusesIn('DISABLED', 'LockoutPreventedException', ['DeletePolicy']),
};

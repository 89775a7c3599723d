import { refusesIn } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'On a DELETED CA the operations answer ValidationException.',
  breaks: 'ST-04',
  killedBy: 'resource-state/answers-while-deleted',
  mutate: refusesIn('DELETED', 'ValidationException'),
};

import { refusesIn } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'On a DELETED CA the operations answer ValidationException.',
  breaks: 'ST-04',
  killedBy: 'resource-state/answers-while-deleted',
  bend: refusesIn('DELETED', 'ValidationException'),
};

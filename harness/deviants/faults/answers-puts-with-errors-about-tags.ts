import { refusal, answers, isRefused } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'PutPolicy refuses with InvalidTagException.',
  breaks: 'PP-03',
  killedBy: 'errors/of-put-policy-are-declared',
  bend: answers(['PutPolicy'], (right) => (isRefused(right) ? refusal('InvalidTagException') : undefined)),
};

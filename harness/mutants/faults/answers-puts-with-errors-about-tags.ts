import { refusal, answers, isRefused } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'PutPolicy refuses with InvalidTagException.',
  breaks: 'PP-03',
  killedBy: 'errors/of-put-policy-are-declared',
  mutate: answers(['PutPolicy'], (right) => (isRefused(right) ? refusal('InvalidTagException') : undefined)),
};

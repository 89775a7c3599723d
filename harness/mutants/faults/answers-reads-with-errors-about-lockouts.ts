import { refusal, answers, isRefused } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'GetPolicy refuses with LockoutPreventedException.',
  breaks: 'GP-06',
  killedBy: 'errors/of-get-policy-are-declared',
  mutate: answers(['GetPolicy'], (right) => (isRefused(right) ? refusal('LockoutPreventedException') : undefined)),
};

import { success, answers, isRefused } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'Where no policy is found, GetPolicy succeeds with {}.',
  breaks: 'GP-01',
  killedBy: 'get-policy/says-when-there-is-none',
  mutate: answers(['GetPolicy'], (right) => (isRefused(right, 'ResourceNotFoundException') ? success() : undefined)),
};

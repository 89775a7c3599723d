import { success, answers, isRefused } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'DeletePolicy succeeds on a CA that does not exist.',
  breaks: 'DP-06',
  killedBy: 'arn/refuses-missing-authorities',
  mutate: answers(['DeletePolicy'], (right) => (isRefused(right, 'ResourceNotFoundException') ? success() : undefined)),
};

import { answers, isRefused, refusal } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'ResourceNotFoundException comes with HTTP status 404.',
  breaks: 'WIRE-08',
  killedBy: 'errors/have-status-400',
  mutate: answers('policy operations', (right) =>
    isRefused(right, 'ResourceNotFoundException') ? refusal('ResourceNotFoundException', 404) : undefined,
  ),
};

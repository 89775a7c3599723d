import { answers, isRefused, refusal } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'ResourceNotFoundException comes with HTTP status 404.',
  breaks: 'WIRE-08',
  killedBy: 'errors/have-status-400',
  bend: answers('policy operations', (right) =>
    isRefused(right, 'ResourceNotFoundException') ? refusal('ResourceNotFoundException', 404) : undefined,
  ),
};

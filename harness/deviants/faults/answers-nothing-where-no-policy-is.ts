import { success, answers, isRefused } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'Where no policy is found, GetPolicy succeeds with {}.',
  breaks: 'GP-01',
  killedBy: 'get-policy/says-when-there-is-none',
  bend: answers(['GetPolicy'], (right) => (isRefused(right, 'ResourceNotFoundException') ? success() : undefined)),
};

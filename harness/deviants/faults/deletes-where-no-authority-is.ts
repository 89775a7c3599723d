import { success, answers, isRefused } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'DeletePolicy succeeds on a CA that does not exist.',
  breaks: 'DP-06',
  killedBy: 'arn/refuses-missing-authorities',
  bend: answers(['DeletePolicy'], (right) => (isRefused(right, 'ResourceNotFoundException') ? success() : undefined)),
};

import { refusal, answers, isRefused } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'GetPolicy refuses with LockoutPreventedException.',
  breaks: 'GP-06',
  killedBy: 'errors/of-get-policy-are-declared',
  bend: answers(['GetPolicy'], (right) => (isRefused(right) ? refusal('LockoutPreventedException') : undefined)),
};

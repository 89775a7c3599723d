import { rewritesPolicy } from '../bend-answers.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'GetPolicy returns the policy as an object and not as a text.',
  breaks: 'WIRE-03',
  killedBy: 'wire/get-policy-returns-a-string',
  bendAnswers: rewritesPolicy((text) => JSON.parse(text)),
};

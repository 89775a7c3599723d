import { rewritesPolicy } from '../bend-answers.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'GetPolicy returns a policy of more than 20,480 characters as a JSON string within the string.',
  breaks: 'POL-04',
  killedBy: 'policy-text/keeps-long-policies',
  bendAnswers: rewritesPolicy((text) => (text.length > 20_480 ? JSON.stringify(text) : text)),
};

import { pageOf, rewritesSuccess } from '../bend-answers.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A successful DeletePolicy is answered with a page in HTML.',
  breaks: 'WIRE-04',
  killedBy: 'wire/delete-policy-has-no-output',
  bendAnswers: rewritesSuccess('DeletePolicy', () => pageOf(200)),
};

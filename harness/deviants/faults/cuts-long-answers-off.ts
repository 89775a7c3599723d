import { rewritesSuccess } from '../bend-answers.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'Answers end after 64 KiB, in the middle of the JSON.',
  breaks: 'POL-04',
  killedBy: 'policy-text/keeps-long-policies',
  bendAnswers: rewritesSuccess('GetPolicy', ({ body }) => ({ body: body.slice(0, 65_536) })),
};

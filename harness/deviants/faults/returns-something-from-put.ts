import { rewritesSuccess } from '../bend-answers.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'PutPolicy returns the members that it was given.',
  breaks: 'WIRE-02',
  killedBy: 'wire/put-policy-has-no-output',
  bendAnswers: rewritesSuccess('PutPolicy', (_right, { body }) => ({ body })),
};

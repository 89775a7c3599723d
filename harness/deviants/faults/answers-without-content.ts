import { rewrites } from '../bend-answers.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A success without output has status 204.',
  breaks: 'WIRE-04',
  killedBy: 'wire/delete-policy-has-no-output',
  bendAnswers: rewrites(({ status, body }) => (status === 200 && body === '' ? { status: 204 } : undefined)),
};

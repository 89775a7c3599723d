import { pageOf, rewritesErrorsNamed } from '../bend-answers.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'ResourceNotFoundException is a page in HTML with status 404.',
  breaks: 'WIRE-11',
  killedBy: 'wire/errors-are-named',
  bendAnswers: rewritesErrorsNamed('ResourceNotFoundException', () => pageOf(404)),
};

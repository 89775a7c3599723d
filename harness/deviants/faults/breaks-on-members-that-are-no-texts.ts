import { pageOf, rewritesErrorsNamed } from '../bend-answers.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A member that is no text is answered with a page in HTML and status 500.',
  breaks: 'WIRE-10',
  killedBy: 'wire/refuses-wrong-types',
  bendAnswers: rewritesErrorsNamed('SerializationException', ({ message }) =>
    String(message).includes('is not a string') ? pageOf(500) : {},
  ),
};

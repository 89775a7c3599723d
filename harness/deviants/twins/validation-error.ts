import { bodyOf, rewritesErrorsNamed } from '../bend-answers.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'ValidationException is called ValidationError.',
  permittedBy: 'ERR-01',
  bendAnswers: rewritesErrorsNamed('ValidationException', (members) =>
    bodyOf({ ...members, __type: 'ValidationError' }),
  ),
};

import { takesLonger } from '../bend-answers.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A read is answered after 2 s.',
  permittedBy: 'CC-01',
  bendAnswers: takesLonger(2_000, (operation) => operation === 'GetPolicy'),
};

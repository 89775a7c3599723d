import { takesLonger } from '../bend-answers.js';
import { isPolicyWrite } from '../sporadic.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A write is answered after 3 s.',
  permittedBy: 'CC-01',
  bendAnswers: takesLonger(3_000, isPolicyWrite),
};

import { takesLonger } from '../bend-answers.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'Every call takes 20 ms.',
  permittedBy: 'CC-01',
  bendAnswers: takesLonger(20),
};

import { rewrites } from '../bend-answers.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'Answers have no content type.',
  permittedBy: 'WIRE-01',
  bendAnswers: rewrites(() => ({ headers: {} })),
};

import { rewrites } from '../bend-answers.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A success without output is {} and not an empty body.',
  permittedBy: 'WIRE-02',
  bendAnswers: rewrites(({ body }) => (body === '' ? { body: '{}' } : undefined)),
};

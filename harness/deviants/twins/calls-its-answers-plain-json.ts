import { rewrites } from '../bend-answers.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'The content type of answers is application/json.',
  permittedBy: 'WIRE-01',
  bendAnswers: rewrites(({ headers }) => ({
    headers: { ...headers, 'content-type': 'application/json' },
  })),
};

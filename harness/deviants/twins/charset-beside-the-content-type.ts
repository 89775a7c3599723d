import { rewrites } from '../bend-answers.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'The content type of answers tells the character set.',
  permittedBy: 'WIRE-01',
  bendAnswers: rewrites(({ headers }) => ({
    headers: { ...headers, 'content-type': 'application/x-amz-json-1.1; charset=utf-8' },
  })),
};

import { rewrites } from '../bend-answers.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A read is answered after 2 s.',
  permittedBy: 'CC-01',
  bendAnswers: rewrites((_right, { operation }) => (operation === 'GetPolicy' ? { tookMs: 2_000 } : undefined)),
};

import { bodyOf, rewritesErrors } from '../bend-answers.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'Errors have a long message in several scripts, and members that no client knows.',
  permittedBy: 'WIRE-07',
  bendAnswers: rewritesErrors((members) =>
    bodyOf({
      details: [{ reason: 'none', code: 7 }],
      ...members,
      message: `\u4e16\u00e9 "\\ ${'x'.repeat(10_000)}`,
      retryable: false,
    }),
  ),
};

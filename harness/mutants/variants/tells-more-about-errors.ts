import { bodyOf, rewritesErrors } from '../mutate-answers.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'Errors have a long message in several scripts, and members that no client knows.',
  permittedBy: 'WIRE-07',
  mutateAnswers: rewritesErrors((members) =>
    bodyOf({
      details: [{ reason: 'none', code: 7 }],
      ...members,
      message: `\u4e16\u00e9 "\\ ${'x'.repeat(10_000)}`,
      retryable: false,
    }),
  ),
};

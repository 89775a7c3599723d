import { membersOfAnswer, rewrites } from '../mutate-answers.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'Answers are formatted for people.',
  permittedBy: 'WIRE-03',
  mutateAnswers: rewrites((right) =>
    right.body === '' ? undefined : { body: ` ${JSON.stringify(membersOfAnswer(right), undefined, 2)}\n` },
  ),
};

import { bodyOf, membersOfAnswer, rewrites } from '../mutate-answers.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'Answers with members have one more, which no client knows.',
  permittedBy: 'WIRE-03',
  mutateAnswers: rewrites((right) =>
    right.body === '' ? undefined : bodyOf({ ...membersOfAnswer(right), NoSuchMember: [1] }),
  ),
};

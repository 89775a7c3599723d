import { bodyOf, membersOfAnswer, rewrites } from '../bend-answers.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'Answers with members have one more, which no client knows.',
  permittedBy: 'WIRE-03',
  bendAnswers: rewrites((right) =>
    right.body === '' ? undefined : bodyOf({ ...membersOfAnswer(right), NoSuchMember: [1] }),
  ),
};

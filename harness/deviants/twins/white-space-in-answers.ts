import { membersOfAnswer, rewrites } from '../bend-answers.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'Answers are formatted for people.',
  permittedBy: 'WIRE-03',
  bendAnswers: rewrites((right) =>
    right.body === '' ? undefined : { body: ` ${JSON.stringify(membersOfAnswer(right), undefined, 2)}\n` },
  ),
};

import { bodyOf, rewritesErrors } from '../bend-answers.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'The member with the message is spelt Message, as clients read it too.',
  permittedBy: 'WIRE-07',
  bendAnswers: rewritesErrors(({ message: Message, ...members }) => bodyOf({ ...members, Message })),
};

import { bodyOf, rewritesErrors } from '../mutate-answers.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'The member with the message is spelt Message, as clients read it too.',
  permittedBy: 'WIRE-07',
  mutateAnswers: rewritesErrors(({ message: Message, ...members }) => bodyOf({ ...members, Message })),
};

import { mutateAnswers, errorOf } from '../mutate-answers.js';
import type { Variant } from '../variant.js';

/** Which calls those are looks like chance and is none. */
function isThrottled(callsBefore: number): boolean {
  return ((Math.imul(callsBefore + 1, 0x9e3779b1) >>> 8) & 0xffff) % 10 === 0;
}

export const variant: Variant = {
  freedom: 'One call in ten is refused with ThrottlingException and has no effect.',
  permittedBy: 'Q-01',
  mutateAnswers: mutateAnswers(undefined, ({ request, callsBefore, ask }) =>
    isThrottled(callsBefore) ? errorOf('ThrottlingException', 'Rate exceeded') : ask(request),
  ),
};

import { bendAnswers, errorOf } from '../bend-answers.js';
import type { Twin } from '../twin.js';

/** Which calls those are looks like chance and is none. */
function isThrottled(callsBefore: number): boolean {
  return ((Math.imul(callsBefore + 1, 0x9e3779b1) >>> 8) & 0xffff) % 10 === 0;
}

export const twin: Twin = {
  freedom: 'One call in ten is refused with ThrottlingException and has no effect.',
  permittedBy: 'Q-01',
  bendAnswers: bendAnswers(undefined, ({ request, callsBefore, ask }) =>
    isThrottled(callsBefore) ? errorOf('ThrottlingException', 'Rate exceeded') : ask(request),
  ),
};

import { mutateAnswers, errorOf } from '../mutate-answers.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'After every 200 calls the next four are refused with ThrottlingException.',
  permittedBy: 'Q-01',
  mutateAnswers: mutateAnswers(undefined, ({ request, callsBefore, ask }) =>
    callsBefore % 204 < 200 ? ask(request) : errorOf('ThrottlingException', 'Rate exceeded'),
  ),
};

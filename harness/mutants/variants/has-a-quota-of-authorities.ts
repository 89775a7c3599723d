import { mutateAnswers, errorOf } from '../mutate-answers.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'After 40 CAs no more can be made: LimitExceededException.',
  permittedBy: 'Q-01',
  mutateAnswers: mutateAnswers(0, ({ request, operation, memory: made, remember, ask }) => {
    if (operation !== 'CreateCertificateAuthority') return ask(request);
    if (made >= 40) return errorOf('LimitExceededException', 'The quota of private CAs is used up.');
    remember(made + 1);
    return ask(request);
  }),
};

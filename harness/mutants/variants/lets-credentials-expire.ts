import { mutateAnswers, errorOf } from '../mutate-answers.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'After 1,500 calls the credentials of the caller have expired.',
  permittedBy: 'AUTH-09',
  mutateAnswers: mutateAnswers(undefined, ({ request, callsBefore, ask }) =>
    callsBefore < 1_500 ? ask(request) : errorOf('ExpiredTokenException', 'The security token is expired.', 403),
  ),
};

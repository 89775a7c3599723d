import { bendAnswers, errorOf } from '../bend-answers.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'After 1,500 calls the credentials of the caller have expired.',
  permittedBy: 'AUTH-09',
  bendAnswers: bendAnswers(undefined, ({ request, callsBefore, ask }) =>
    callsBefore < 1_500 ? ask(request) : errorOf('ExpiredTokenException', 'The security token is expired.', 403),
  ),
};

import { bendAnswers, errorOf } from '../bend-answers.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'After every 200 calls the next four are refused with ThrottlingException.',
  permittedBy: 'Q-01',
  bendAnswers: bendAnswers(undefined, ({ request, callsBefore, ask }) =>
    callsBefore % 204 < 200 ? ask(request) : errorOf('ThrottlingException', 'Rate exceeded'),
  ),
};

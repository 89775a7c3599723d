import { errorOf, isPolicyOperation } from '../bend-answers.js';
import { sporadically } from '../sporadic.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'One call in 29 about CAs is answered with ServiceUnavailable and status 503.',
  permittedBy: 'CC-02',
  bendAnswers: sporadically({ every: 29, counts: (operation) => !isPolicyOperation(operation) }, () =>
    errorOf('ServiceUnavailable', 'The request failed because of a temporary failure.', 503),
  ),
};

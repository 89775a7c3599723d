import { errorOf } from '../bend-answers.js';
import { isPolicyWrite, sporadically } from '../sporadic.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'One write in 37 takes effect and is answered with status 500.',
  permittedBy: 'CC-02',
  bendAnswers: sporadically({ every: 37, counts: isPolicyWrite, hasEffect: true }, () =>
    errorOf('InternalFailure', 'An unknown error.', 500),
  ),
};

import { errorOf } from '../bend-answers.js';
import { sporadically } from '../sporadic.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'One policy call in 53 is answered with InternalFailure and status 500.',
  permittedBy: 'CC-02',
  bendAnswers: sporadically({ every: 53 }, () => errorOf('InternalFailure', 'An unknown error.', 500)),
};

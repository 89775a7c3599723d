import { errorOf } from '../bend-answers.js';
import { sporadically } from '../sporadic.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'One policy call in 53 is answered with RequestFailedException.',
  permittedBy: 'CC-02',
  bendAnswers: sporadically({ every: 53 }, () => errorOf('RequestFailedException', 'The request has failed.')),
};

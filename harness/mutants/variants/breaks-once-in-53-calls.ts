import { errorOf } from '../mutate-answers.js';
import { sporadically } from '../sporadic.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'One policy call in 53 is answered with InternalFailure and status 500.',
  permittedBy: 'CC-02',
  mutateAnswers: sporadically({ every: 53 }, () => errorOf('InternalFailure', 'An unknown error.', 500)),
};

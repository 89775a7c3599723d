import { errorOf } from '../mutate-answers.js';
import { sporadically } from '../sporadic.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'One policy call in 53 is answered with RequestFailedException.',
  permittedBy: 'CC-02',
  mutateAnswers: sporadically({ every: 53 }, () => errorOf('RequestFailedException', 'The request has failed.')),
};

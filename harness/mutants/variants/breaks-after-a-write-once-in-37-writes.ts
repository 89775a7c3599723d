import { errorOf } from '../mutate-answers.js';
import { isPolicyWrite, sporadically } from '../sporadic.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'One write in 37 takes effect and is answered with status 500.',
  permittedBy: 'CC-02',
  mutateAnswers: sporadically({ every: 37, counts: isPolicyWrite, hasEffect: true }, () =>
    errorOf('InternalFailure', 'An unknown error.', 500),
  ),
};

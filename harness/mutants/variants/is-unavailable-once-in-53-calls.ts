import { errorOf } from '../mutate-answers.js';
import { sporadically } from '../sporadic.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'One policy call in 53 is answered with ServiceUnavailable and status 503.',
  permittedBy: 'CC-02',
  mutateAnswers: sporadically({ every: 53 }, () =>
    errorOf('ServiceUnavailable', 'The request failed because of a temporary failure.', 503),
  ),
};

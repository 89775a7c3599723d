import { errorOf, isPolicyOperation } from '../mutate-answers.js';
import { sporadically } from '../sporadic.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'One call in 29 about CAs is answered with ServiceUnavailable and status 503.',
  permittedBy: 'CC-02',
  mutateAnswers: sporadically({ every: 29, counts: (operation) => !isPolicyOperation(operation) }, () =>
    errorOf('ServiceUnavailable', 'The request failed because of a temporary failure.', 503),
  ),
};

import { errorOf } from '../mutate-answers.js';
import { isPolicyWrite, sporadically } from '../sporadic.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'One write in 53 is refused with ConcurrentModificationException, and may be sent again.',
  permittedBy: 'CC-04',
  mutateAnswers: sporadically({ every: 53, counts: isPolicyWrite }, () =>
    errorOf('ConcurrentModificationException', 'A previous update to your private CA is still ongoing.'),
  ),
};

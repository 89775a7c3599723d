import { errorOf } from '../bend-answers.js';
import { isPolicyWrite, sporadically } from '../sporadic.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'One write in 53 is refused with ConcurrentModificationException, and may be sent again.',
  permittedBy: 'CC-04',
  bendAnswers: sporadically({ every: 53, counts: isPolicyWrite }, () =>
    errorOf('ConcurrentModificationException', 'A previous update to your private CA is still ongoing.'),
  ),
};

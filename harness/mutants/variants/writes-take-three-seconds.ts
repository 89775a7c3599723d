import { takesLonger } from '../mutate-answers.js';
import { isPolicyWrite } from '../sporadic.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'A write is answered after 3 s.',
  permittedBy: 'CC-01',
  mutateAnswers: takesLonger(3_000, isPolicyWrite),
};

import { takesLonger } from '../mutate-answers.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'Every call takes 20 ms.',
  permittedBy: 'CC-01',
  mutateAnswers: takesLonger(20),
};

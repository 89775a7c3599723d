import { takesLonger } from '../mutate-answers.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'A read is answered after 2 s.',
  permittedBy: 'CC-01',
  mutateAnswers: takesLonger(2_000, (operation) => operation === 'GetPolicy'),
};

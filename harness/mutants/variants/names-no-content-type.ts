import { rewrites } from '../mutate-answers.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'Answers have no content type.',
  permittedBy: 'WIRE-01',
  mutateAnswers: rewrites(() => ({ headers: {} })),
};

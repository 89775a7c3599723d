import { rewrites } from '../mutate-answers.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'A success without output is {} and not an empty body.',
  permittedBy: 'WIRE-02',
  mutateAnswers: rewrites(({ body }) => (body === '' ? { body: '{}' } : undefined)),
};

import { rewrites } from '../mutate-answers.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'The content type of answers is application/json.',
  permittedBy: 'WIRE-01',
  mutateAnswers: rewrites(({ headers }) => ({
    headers: { ...headers, 'content-type': 'application/json' },
  })),
};

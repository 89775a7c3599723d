import { rewrites } from '../mutate-answers.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'The content type of answers tells the character set.',
  permittedBy: 'WIRE-01',
  mutateAnswers: rewrites(({ headers }) => ({
    headers: { ...headers, 'content-type': 'application/x-amz-json-1.1; charset=utf-8' },
  })),
};

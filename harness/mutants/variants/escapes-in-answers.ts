import { rewrites } from '../mutate-answers.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'Every slash and every character outside ASCII is escaped in the JSON of an answer.',
  permittedBy: 'WIRE-03',
  mutateAnswers: rewrites(({ body }) => ({
    body: body
      .replaceAll('/', String.raw`\/`)
      .replaceAll(/[^ -~]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`),
  })),
};

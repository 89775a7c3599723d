import { rewrites } from '../bend-answers.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'Every slash and every character outside ASCII is escaped in the JSON of an answer.',
  permittedBy: 'WIRE-03',
  bendAnswers: rewrites(({ body }) => ({
    body: body
      .replaceAll('/', String.raw`\/`)
      .replaceAll(/[^ -~]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`),
  })),
};

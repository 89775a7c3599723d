import { mutateAnswers } from '../mutate-answers.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'The Date of answers is an hour ahead.',
  permittedBy: 'WIRE-01',
  mutateAnswers: mutateAnswers(undefined, ({ request, atMs, ask }) => {
    const right = ask(request);
    return { ...right, headers: { ...right.headers, date: new Date(atMs + 3_600_000).toUTCString() } };
  }),
};

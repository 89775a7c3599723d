import { bendAnswers } from '../bend-answers.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'The Date of answers is an hour ahead.',
  permittedBy: 'WIRE-01',
  bendAnswers: bendAnswers(undefined, ({ request, atMs, ask }) => {
    const right = ask(request);
    return { ...right, headers: { ...right.headers, date: new Date(atMs + 3_600_000).toUTCString() } };
  }),
};

import { rewritesRequests } from '../bend-answers.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A body that lacks its last brace is taken for the whole.',
  breaks: 'WIRE-10',
  killedBy: 'wire/refuses-unreadable-bodies',
  bendAnswers: rewritesRequests(({ body }) =>
    body.startsWith('{') && !body.endsWith('}') ? { body: `${body}}` } : {},
  ),
};

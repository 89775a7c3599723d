import { rewritesRequests } from '../mutate-answers.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A body that lacks its last brace is taken for the whole.',
  breaks: 'WIRE-10',
  killedBy: 'wire/refuses-unreadable-bodies',
  mutateAnswers: rewritesRequests(({ body }) =>
    body.startsWith('{') && !body.endsWith('}') ? { body: `${body}}` } : {},
  ),
};

import { rewritesRequests } from '../mutate-answers.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A body that is a list of one object is taken for the object.',
  breaks: 'WIRE-10',
  killedBy: 'wire/refuses-unreadable-bodies',
  mutateAnswers: rewritesRequests(({ body }) => ({ body: body.replace(/^\[(\{.*\})\]$/s, '$1') })),
};

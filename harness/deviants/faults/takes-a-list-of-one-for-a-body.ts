import { rewritesRequests } from '../bend-answers.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A body that is a list of one object is taken for the object.',
  breaks: 'WIRE-10',
  killedBy: 'wire/refuses-unreadable-bodies',
  bendAnswers: rewritesRequests(({ body }) => ({ body: body.replace(/^\[(\{.*\})\]$/s, '$1') })),
};

import { rewritesPolicy } from '../mutate-answers.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'GetPolicy returns the policy as an object and not as a text.',
  breaks: 'WIRE-03',
  killedBy: 'wire/get-policy-returns-a-string',
  mutateAnswers: rewritesPolicy((text) => JSON.parse(text)),
};

import { rewrites } from '../mutate-answers.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A success without output has status 204.',
  breaks: 'WIRE-04',
  killedBy: 'wire/delete-policy-has-no-output',
  mutateAnswers: rewrites(({ status, body }) => (status === 200 && body === '' ? { status: 204 } : undefined)),
};

import { refusal, answers, statusOf } from '../mutate.js';
import { jsonOf } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A call that is wrong in two ways is refused with RequestFailedException.',
  breaks: 'PP-04',
  killedBy: 'errors/either-of-two-faults-may-be-named',
  mutate: answers(['PutPolicy'], (_right, { input }, call) =>
    jsonOf(input.Policy) === undefined && statusOf(call, input.ResourceArn) === undefined
      ? refusal('RequestFailedException')
      : undefined,
  ),
};

import { refusal, answers, statusOf } from '../bend.js';
import { jsonOf } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A call that is wrong in two ways is refused with RequestFailedException.',
  breaks: 'PP-04',
  killedBy: 'errors/either-of-two-faults-may-be-named',
  bend: answers(['PutPolicy'], (_right, { input }, call) =>
    jsonOf(input.Policy) === undefined && statusOf(call, input.ResourceArn) === undefined
      ? refusal('RequestFailedException')
      : undefined,
  ),
};

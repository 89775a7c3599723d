import { refusal, answers, statusOf } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'On a DISABLED CA puts and deletes are refused, and done.',
  breaks: 'GP-07',
  killedBy: 'resource-state/means-its-answers-while-disabled',
  mutate: answers(['PutPolicy', 'DeletePolicy'], (_right, { input }, call) =>
    statusOf(call, input.ResourceArn) === 'DISABLED' ? refusal('InvalidStateException') : undefined,
  ),
};

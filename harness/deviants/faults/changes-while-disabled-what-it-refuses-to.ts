import { refusal, answers, statusOf } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'On a DISABLED CA puts and deletes are refused, and done.',
  breaks: 'GP-07',
  killedBy: 'resource-state/means-its-answers-while-disabled',
  bend: answers(['PutPolicy', 'DeletePolicy'], (_right, { input }, call) =>
    statusOf(call, input.ResourceArn) === 'DISABLED' ? refusal('InvalidStateException') : undefined,
  ),
};

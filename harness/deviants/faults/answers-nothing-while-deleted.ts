import { success, answers, statusOf } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'On a DELETED CA GetPolicy succeeds with {}.',
  breaks: 'ST-04',
  killedBy: 'resource-state/answers-while-deleted',
  bend: answers(['GetPolicy'], (_right, { input }, call) =>
    statusOf(call, input.ResourceArn) === 'DELETED' ? success() : undefined,
  ),
};

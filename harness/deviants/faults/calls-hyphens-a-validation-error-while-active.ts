import { refuses, statusOf } from '../bend.js';
import { hasStatement } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'On an ACTIVE CA a Sid with a hyphen is refused with ValidationException.',
  breaks: 'POL-16',
  killedBy: 'combinations/settle-pairs-of-forms-while-active',
  bend: refuses(
    ['PutPolicy'],
    'ValidationException',
    ({ input }, _right, call) =>
      statusOf(call, input.ResourceArn) === 'ACTIVE' &&
      hasStatement(({ Sid }) => String(Sid).includes('-'))(input.Policy),
  ),
};

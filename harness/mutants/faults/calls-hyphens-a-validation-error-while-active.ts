import { refuses, statusOf } from '../mutate.js';
import { hasStatement } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'On an ACTIVE CA a Sid with a hyphen is refused with ValidationException.',
  breaks: 'POL-16',
  killedBy: 'combinations/settle-pairs-of-forms-while-active',
  mutate: refuses(
    ['PutPolicy'],
    'ValidationException',
    ({ input }, _right, call) =>
      statusOf(call, input.ResourceArn) === 'ACTIVE' &&
      hasStatement(({ Sid }) => String(Sid).includes('-'))(input.Policy),
  ),
};

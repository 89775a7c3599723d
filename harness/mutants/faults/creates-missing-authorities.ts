import { parseAuthorityArn } from '../../api/resource-arn.js';
import { stores, isRefused } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'PutPolicy takes a policy for a CA that does not exist.',
  breaks: 'ARN-04',
  killedBy: 'arn/refuses-missing-authorities',
  mutate: stores(({ text, arn, right }) =>
    isRefused(right, 'ResourceNotFoundException') && parseAuthorityArn(arn) !== undefined ? text : undefined,
  ),
};

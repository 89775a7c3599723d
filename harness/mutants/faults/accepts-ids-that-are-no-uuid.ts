import { parseAuthorityArn } from '../../api/resource-arn.js';
import { stores, isRefused } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'PutPolicy takes a policy for a CA whose id is no UUID.',
  breaks: 'ARN-05',
  killedBy: 'arn/refuses-ids-that-are-no-uuid',
  mutate: stores(({ text, arn, right }) =>
    isRefused(right, 'InvalidArnException') && parseAuthorityArn(arn) !== undefined ? text : undefined,
  ),
};

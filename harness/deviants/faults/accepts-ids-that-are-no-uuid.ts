import { parseAuthorityArn } from '../../api/resource-arn.js';
import { stores, isRefused } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'PutPolicy takes a policy for a CA whose id is no UUID.',
  breaks: 'ARN-05',
  killedBy: 'arn/refuses-ids-that-are-no-uuid',
  bend: stores(({ text, arn, right }) =>
    isRefused(right, 'InvalidArnException') && parseAuthorityArn(arn) !== undefined ? text : undefined,
  ),
};

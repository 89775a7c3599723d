import { parseAuthorityArn } from '../../api/resource-arn.js';
import { stores, isRefused } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'PutPolicy takes a policy for a CA that does not exist.',
  breaks: 'ARN-04',
  killedBy: 'arn/refuses-missing-authorities',
  bend: stores(({ text, arn, right }) =>
    isRefused(right, 'ResourceNotFoundException') && parseAuthorityArn(arn) !== undefined ? text : undefined,
  ),
};

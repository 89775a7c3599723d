import { renamesErrors } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'InvalidArnException is shortened to InvalidArn.',
  breaks: 'ARN-03',
  killedBy: 'arn/refuses-other-resource-types',
  bend: renamesErrors({ InvalidArnException: 'InvalidArn' }),
};

import { renamesErrors } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'InvalidArnException is shortened to InvalidArn.',
  breaks: 'ARN-03',
  killedBy: 'arn/refuses-other-resource-types',
  mutate: renamesErrors({ InvalidArnException: 'InvalidArn' }),
};

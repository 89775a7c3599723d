import { errors } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'An invalid policy has the type of an invalid ARN.',
  breaks: 'SDK-41',
  killedBy: 'sdk-errors/has-a-type-for-every-declared-error',
  bend: errors((error) =>
    error.code === 'InvalidPolicyException' ? { ...error, className: 'InvalidArnException' } : error,
  ),
};

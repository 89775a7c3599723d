import { errors } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'An invalid policy has the type of an invalid ARN.',
  breaks: 'SDK-41',
  killedBy: 'sdk-errors/has-a-type-for-every-declared-error',
  mutate: errors((error) =>
    error.code === 'InvalidPolicyException' ? { ...error, className: 'InvalidArnException' } : error,
  ),
};

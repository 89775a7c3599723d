import { errors } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'AccessDeniedException is reported as a failure of the transport.',
  breaks: 'SDK-50',
  killedBy: 'sdk-errors/names-common-errors',
  bend: errors((error) =>
    error.code === 'AccessDeniedException'
      ? { type: 'transportError', id: '', cause: 'other', message: 'access denied' }
      : error,
  ),
};

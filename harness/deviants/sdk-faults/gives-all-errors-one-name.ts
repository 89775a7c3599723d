import { errors } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'Every error of the service is called ServiceException.',
  breaks: 'SDK-40',
  killedBy: 'sdk-errors/names-every-declared-error',
  bend: errors((error) => ({ ...error, code: 'ServiceException' })),
};

import { errors } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'Every error has the type ClientException.',
  breaks: 'SDK-41',
  killedBy: 'sdk-errors/has-a-type-for-every-declared-error',
  bend: errors((error) => ({ ...error, className: 'ClientException' })),
};

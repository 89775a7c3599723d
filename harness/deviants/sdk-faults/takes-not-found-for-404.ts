import { errors } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'What is not found is reported with status 404, which no answer had.',
  breaks: 'SDK-43',
  killedBy: 'sdk-errors/tells-the-status',
  bend: errors((error) => (error.code === 'ResourceNotFoundException' ? { ...error, status: 404 } : error)),
};

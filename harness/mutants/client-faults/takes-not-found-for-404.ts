import { errors } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'What is not found is reported with status 404, which no answer had.',
  breaks: 'SDK-43',
  killedBy: 'sdk-errors/tells-the-status',
  mutate: errors((error) => (error.code === 'ResourceNotFoundException' ? { ...error, status: 404 } : error)),
};

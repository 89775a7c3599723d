import { errors, ok } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'The page of a proxy with status 502 is success.',
  breaks: 'SDK-69',
  killedBy: 'sdk-answers/takes-the-page-of-a-proxy-for-a-failure',
  mutate: errors((error) => (error.status === 502 ? ok() : error)),
};

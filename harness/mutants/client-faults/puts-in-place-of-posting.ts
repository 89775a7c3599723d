import { request } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'Requests have the method PUT.',
  breaks: 'SDK-01',
  killedBy: 'sdk-request/posts-to-the-root',
  mutate: request((sent) => ({ ...sent, method: 'PUT' })),
};

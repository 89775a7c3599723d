import { headers } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'The content type is that of version 1.0 of the protocol.',
  breaks: 'SDK-03',
  killedBy: 'sdk-request/says-that-it-is-json',
  mutate: headers((sent) => ({ ...sent, 'content-type': 'application/x-amz-json-1.0' })),
};

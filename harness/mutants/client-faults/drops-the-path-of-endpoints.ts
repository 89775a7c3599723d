import { request } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'The path of an endpoint is dropped.',
  breaks: 'SDK-111',
  killedBy: 'sdk-endpoints/keeps-the-path',
  mutate: request((sent) => ({ ...sent, url: new URL('/', sent.url) })),
};

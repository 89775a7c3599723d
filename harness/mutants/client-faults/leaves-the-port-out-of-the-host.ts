import { request } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'The header Host has no port, whatever the endpoint has.',
  breaks: 'SDK-04',
  killedBy: 'sdk-request/names-the-host',
  mutate: request((sent) => ({ ...sent, headers: { ...sent.headers, host: sent.url.hostname } })),
};

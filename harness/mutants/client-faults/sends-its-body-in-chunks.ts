import { signed, without } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'The body goes out in chunks, without its length.',
  breaks: 'SDK-124',
  killedBy: 'sdk-request/says-how-long-it-is',
  mutate: signed((sent) => ({
    ...sent,
    headers: { ...without(sent.headers, 'content-length'), 'transfer-encoding': 'chunked' },
  })),
};

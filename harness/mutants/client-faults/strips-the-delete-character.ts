import { text } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'U+007F is dropped.',
  breaks: 'SDK-09',
  killedBy: 'sdk-request/sends-every-character',
  mutate: text('Policy', (policy) => policy.replaceAll('\u007f', '')),
};

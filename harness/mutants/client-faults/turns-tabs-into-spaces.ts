import { text } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'A tab becomes a space.',
  breaks: 'SDK-10',
  killedBy: 'sdk-request/keeps-white-space',
  mutate: text('Policy', (policy) => policy.replaceAll('\t', ' ')),
};

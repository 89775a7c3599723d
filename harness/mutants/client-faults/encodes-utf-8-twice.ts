import { text } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'The bytes of UTF-8 are taken for characters and encoded again.',
  breaks: 'SDK-09',
  killedBy: 'sdk-request/sends-every-character',
  mutate: text('Policy', (policy) => Buffer.from(policy).toString('latin1')),
};

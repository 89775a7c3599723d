import { text } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'Backslashes in a policy are escaped once too often.',
  breaks: 'SDK-09',
  killedBy: 'sdk-request/sends-every-character',
  mutate: text('Policy', (policy) => policy.replaceAll('\\', '\\\\')),
};

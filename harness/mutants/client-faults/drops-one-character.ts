import { text } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'The letter y with diaeresis, the last of the class, is lost.',
  breaks: 'SDK-09',
  killedBy: 'sdk-request/sends-every-character',
  mutate: text('Policy', (policy) => policy.replaceAll('\u00ff', '')),
};

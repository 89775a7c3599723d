import { text } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'A policy ends after 65,536 characters.',
  breaks: 'SDK-12',
  killedBy: 'sdk-request/sends-the-longest-policy',
  mutate: text('Policy', (policy) => policy.slice(0, 65_536)),
};

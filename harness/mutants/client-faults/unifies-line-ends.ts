import { text } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'A carriage return and line feed becomes a line feed.',
  breaks: 'SDK-10',
  killedBy: 'sdk-request/keeps-white-space',
  mutate: text('Policy', (policy) => policy.replaceAll('\r\n', '\n')),
};

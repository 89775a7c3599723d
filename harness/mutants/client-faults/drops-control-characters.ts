import { text } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'Characters from U+0080 to U+009F are dropped.',
  breaks: 'SDK-09',
  killedBy: 'sdk-request/sends-every-character',
  mutate: text('Policy', (policy) => policy.replaceAll(/[\u0080-\u009f]/g, '')),
};

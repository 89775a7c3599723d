import { text } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'Angle brackets and ampersands in a policy arrive as escapes, as some encoders write them.',
  breaks: 'SDK-11',
  killedBy: 'sdk-request/keeps-the-spelling-of-json',
  mutate: text('Policy', (policy) => policy.replaceAll('&', String.raw`\u0026`)),
};

import { text } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'Letters above ASCII arrive as escapes, backslash and all.',
  breaks: 'SDK-09',
  killedBy: 'sdk-request/sends-every-character',
  mutate: text('Policy', (policy) =>
    policy.replaceAll(/[\u00a0-\u00ff]/g, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`),
  ),
};

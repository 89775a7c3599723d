import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'The secret key is written to the log.',
  breaks: 'SDK-27',
  killedBy: 'sdk-signature/keeps-the-secret',
  mutate: () => ({ log: ({ credentials }) => `signing with ${JSON.stringify(credentials)}\n` }),
};

import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'The signature is of an empty body.',
  breaks: 'SDK-21',
  killedBy: 'sdk-signature/signs-what-it-sends',
  mutate: (correct) => ({
    sign: async (sent, choice) => ({
      ...(await correct.sign({ ...sent, body: new Uint8Array() }, choice)),
      body: sent.body,
    }),
  }),
};

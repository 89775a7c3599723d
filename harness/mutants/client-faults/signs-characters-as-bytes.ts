import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'The signature takes each character of the body for a byte, which is right in ASCII alone.',
  breaks: 'SDK-21',
  killedBy: 'sdk-signature/signs-what-it-sends',
  mutate: (correct) => ({
    sign: async (sent, choice) => {
      const body = Buffer.from(Buffer.from(sent.body).toString('utf8'), 'latin1');
      return { ...(await correct.sign({ ...sent, body }, choice)), body: sent.body };
    },
  }),
};

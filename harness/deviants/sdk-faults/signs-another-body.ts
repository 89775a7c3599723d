import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'The signature is of an empty body.',
  breaks: 'SDK-21',
  killedBy: 'sdk-signature/signs-what-it-sends',
  bend: (correct) => ({
    sign: async (sent, choice) => ({
      ...(await correct.sign({ ...sent, body: new Uint8Array() }, choice)),
      body: sent.body,
    }),
  }),
};

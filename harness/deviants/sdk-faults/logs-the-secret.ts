import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'The secret key is written to the log.',
  breaks: 'SDK-27',
  killedBy: 'sdk-signature/keeps-the-secret',
  bend: () => ({ log: ({ credentials }) => `signing with ${JSON.stringify(credentials)}\n` }),
};

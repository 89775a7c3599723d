import { signing } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'The secret key is cut at its first slash.',
  breaks: 'SDK-21',
  killedBy: 'sdk-signature/signs-what-it-sends',
  mutate: signing((choice) => ({
    ...choice,
    credentials: {
      ...choice.credentials,
      secretAccessKey: choice.credentials.secretAccessKey.split('/', 1)[0] ?? '',
    },
  })),
};

import { signing } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'The secret key is cut at its first slash.',
  breaks: 'SDK-21',
  killedBy: 'sdk-signature/signs-what-it-sends',
  bend: signing((choice) => ({
    ...choice,
    credentials: {
      ...choice.credentials,
      secretAccessKey: choice.credentials.secretAccessKey.split('/', 1)[0] ?? '',
    },
  })),
};

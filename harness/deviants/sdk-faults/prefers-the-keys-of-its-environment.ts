import { signing } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'The keys in the environment are used in place of those given.',
  breaks: 'SDK-29',
  killedBy: 'sdk-signature/prefers-the-keys-it-was-given',
  bend: signing((choice, environment) => {
    const accessKeyId = environment['AWS_ACCESS_KEY_ID'];
    const secretAccessKey = environment['AWS_SECRET_ACCESS_KEY'];
    return accessKeyId === undefined || secretAccessKey === undefined
      ? choice
      : { ...choice, credentials: { accessKeyId, secretAccessKey } };
  }),
};

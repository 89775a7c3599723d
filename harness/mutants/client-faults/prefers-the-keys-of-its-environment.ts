import { signing } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'The keys in the environment are used in place of those given.',
  breaks: 'SDK-29',
  killedBy: 'sdk-signature/prefers-the-keys-it-was-given',
  mutate: signing((choice, environment) => {
    const accessKeyId = environment['AWS_ACCESS_KEY_ID'];
    const secretAccessKey = environment['AWS_SECRET_ACCESS_KEY'];
    return accessKeyId === undefined || secretAccessKey === undefined
      ? choice
      : { ...choice, credentials: { accessKeyId, secretAccessKey } };
  }),
};

import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'The certificate of a service is not verified.',
  breaks: 'SDK-123',
  killedBy: 'sdk-endpoints/trusts-no-unknown-authority',
  bend: () => ({ trustsEveryCertificate: true }),
};

import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'The certificate of a service is not verified.',
  breaks: 'SDK-123',
  killedBy: 'sdk-endpoints/trusts-no-unknown-authority',
  mutate: () => ({ trustsEveryCertificate: true }),
};

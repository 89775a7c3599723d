import { headers } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'The target begins with ACMPCA, which is not the prefix of the service.',
  breaks: 'SDK-02',
  killedBy: 'sdk-request/names-the-operation',
  mutate: headers((sent, { operation }) => ({ ...sent, 'x-amz-target': `ACMPCA.${operation}` })),
};

import { headers } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'A delete goes out with the target of a put.',
  breaks: 'SDK-02',
  killedBy: 'sdk-request/names-the-operation',
  mutate: headers((sent, { operation }) =>
    operation === 'DeletePolicy' ? { ...sent, 'x-amz-target': 'ACMPrivateCA.PutPolicy' } : sent,
  ),
};

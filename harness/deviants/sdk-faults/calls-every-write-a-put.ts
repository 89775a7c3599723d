import { headers } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'A delete goes out with the target of a put.',
  breaks: 'SDK-02',
  killedBy: 'sdk-request/names-the-operation',
  bend: headers((sent, { operation }) =>
    operation === 'DeletePolicy' ? { ...sent, 'x-amz-target': 'ACMPrivateCA.PutPolicy' } : sent,
  ),
};

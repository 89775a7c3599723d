import { headers } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'The target begins with ACMPCA, which is not the prefix of the service.',
  breaks: 'SDK-02',
  killedBy: 'sdk-request/names-the-operation',
  bend: headers((sent, { operation }) => ({ ...sent, 'x-amz-target': `ACMPCA.${operation}` })),
};

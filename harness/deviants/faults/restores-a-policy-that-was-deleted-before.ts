import { afterwards } from '../afterwards.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A restored CA carries the last policy that it ever had.',
  breaks: 'ST-03',
  killedBy: 'resource-state/keeps-or-drops-the-policy-once-restored',
  bend: afterwards(({ operation, arn, accepted, carry }) => {
    if (operation.kind === 'RestoreCertificateAuthority') carry(arn, accepted.get(arn));
  }),
};

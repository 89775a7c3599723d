import { afterwards } from '../afterwards.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A restored CA carries the last policy that it ever had.',
  breaks: 'ST-03',
  killedBy: 'resource-state/keeps-or-drops-the-policy-once-restored',
  mutate: afterwards(({ operation, arn, accepted, carry }) => {
    if (operation.kind === 'RestoreCertificateAuthority') carry(arn, accepted.get(arn));
  }),
};

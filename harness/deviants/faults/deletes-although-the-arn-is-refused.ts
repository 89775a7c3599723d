import { afterwards } from '../afterwards.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'DeletePolicy for a certificate is refused, and deletes the policy of its CA.',
  breaks: 'ARN-06',
  killedBy: 'arn/refuses-certificate-arns',
  bend: afterwards(({ operation, arn, carry }) => {
    if (operation.kind === 'DeletePolicy') carry(arn.replace(/\/certificate\/.*/, ''), undefined);
  }),
};

import { afterwards } from '../afterwards.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'DeletePolicy for a certificate is refused, and deletes the policy of its CA.',
  breaks: 'ARN-06',
  killedBy: 'arn/refuses-certificate-arns',
  mutate: afterwards(({ operation, arn, carry }) => {
    if (operation.kind === 'DeletePolicy') carry(arn.replace(/\/certificate\/.*/, ''), undefined);
  }),
};

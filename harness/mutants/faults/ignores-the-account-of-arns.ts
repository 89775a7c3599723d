import { finds } from '../mutate.js';
import { differOnlyIn } from '../arn-parts.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A CA is found under its ARN with the account of somebody else.',
  breaks: 'AUTH-04',
  killedBy: 'arn/refuses-other-accounts',
  mutate: finds(differOnlyIn('account')),
};

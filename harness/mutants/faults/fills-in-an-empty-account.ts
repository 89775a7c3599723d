import { finds } from '../mutate.js';
import { partOf, differOnlyIn } from '../arn-parts.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'An ARN without an account names the CA of the caller.',
  breaks: 'ARN-09',
  killedBy: 'arn/refuses-incomplete-arns',
  mutate: finds((asked, known) => partOf(asked, 'account') === '' && differOnlyIn('account')(asked, known)),
};

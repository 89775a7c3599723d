import { finds } from '../bend.js';
import { partOf, differOnlyIn } from '../arn-parts.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'An ARN without an account names the CA of the caller.',
  breaks: 'ARN-09',
  killedBy: 'arn/refuses-incomplete-arns',
  bend: finds((asked, known) => partOf(asked, 'account') === '' && differOnlyIn('account')(asked, known)),
};

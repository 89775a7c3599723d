import { finds } from '../bend.js';
import { partOf, differOnlyIn } from '../arn-parts.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'An ARN without a Region names the CA in the Region of the endpoint.',
  breaks: 'ARN-09',
  killedBy: 'arn/refuses-incomplete-arns',
  bend: finds((asked, known) => partOf(asked, 'region') === '' && differOnlyIn('region')(asked, known)),
};

import { finds } from '../mutate.js';
import { partOf, differOnlyIn } from '../arn-parts.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'An ARN without a Region names the CA in the Region of the endpoint.',
  breaks: 'ARN-09',
  killedBy: 'arn/refuses-incomplete-arns',
  mutate: finds((asked, known) => partOf(asked, 'region') === '' && differOnlyIn('region')(asked, known)),
};

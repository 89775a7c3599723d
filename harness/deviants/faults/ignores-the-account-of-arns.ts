import { finds } from '../bend.js';
import { differOnlyIn } from '../arn-parts.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A CA is found under its ARN with the account of somebody else.',
  breaks: 'AUTH-04',
  killedBy: 'arn/refuses-other-accounts',
  bend: finds(differOnlyIn('account')),
};

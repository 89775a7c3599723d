import { finds } from '../bend.js';
import { lastPartOf } from '../arn-parts.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A CA is found by the end of its ARN, whatever precedes it.',
  breaks: 'ARN-07',
  killedBy: 'arn/refuses-other-regions',
  bend: finds((asked, known) => lastPartOf(asked) === lastPartOf(known)),
};

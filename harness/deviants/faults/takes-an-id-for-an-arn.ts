import { finds } from '../bend.js';
import { lastPartOf } from '../arn-parts.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'The id of a CA stands for its ARN.',
  breaks: 'ARN-02',
  killedBy: 'arn/refuses-malformed-arns',
  bend: finds((asked, known) => asked === lastPartOf(known)),
};

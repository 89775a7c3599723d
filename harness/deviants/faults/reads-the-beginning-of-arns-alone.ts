import { finds } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'What follows the id of a CA in an ARN is not read.',
  breaks: 'ARN-02',
  killedBy: 'arn/refuses-malformed-arns',
  bend: finds((asked, known) => asked.startsWith(known)),
};

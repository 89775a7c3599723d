import { finds } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'The resource type of an ARN may be written in upper case.',
  breaks: 'ARN-03',
  killedBy: 'arn/refuses-other-resource-types',
  bend: finds((asked, known) => asked.replace(/:[A-Z-]+\//, (type) => type.toLowerCase()) === known),
};

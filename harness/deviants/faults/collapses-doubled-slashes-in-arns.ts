import { finds } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'Two slashes in an ARN count as one.',
  breaks: 'ARN-02',
  killedBy: 'arn/refuses-malformed-arns',
  bend: finds((asked, known) => asked.replaceAll('//', '/') === known),
};

import { finds } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'An ARN may be percent-encoded.',
  breaks: 'ARN-02',
  killedBy: 'arn/refuses-malformed-arns',
  bend: finds((asked, known) => asked.replaceAll('%2F', '/') === known),
};

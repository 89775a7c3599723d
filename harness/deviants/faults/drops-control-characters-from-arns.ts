import { finds } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'Control characters in an ARN are taken away.',
  breaks: 'ARN-02',
  killedBy: 'arn/refuses-malformed-arns',
  bend: finds((asked, known) => asked.replaceAll(/[\u0000-\u001f]/g, '') === known),
};

import { text } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'Spaces around an ARN are trimmed.',
  breaks: 'SDK-13',
  killedBy: 'sdk-request/does-not-mend-what-the-model-forbids',
  bend: text('ResourceArn', (arn) => arn.trim()),
};

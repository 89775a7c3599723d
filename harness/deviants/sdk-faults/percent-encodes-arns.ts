import { text } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'Commas and equals signs in an ARN are percent-encoded.',
  breaks: 'SDK-07',
  killedBy: 'sdk-request/sends-the-arn-as-given',
  bend: text('ResourceArn', (arn) => arn.replaceAll('=', '%3D')),
};

import { text } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'The id of a CA goes out in lower case.',
  breaks: 'SDK-07',
  killedBy: 'sdk-request/sends-the-arn-as-given',
  bend: text('ResourceArn', (arn) => arn.toLowerCase()),
};

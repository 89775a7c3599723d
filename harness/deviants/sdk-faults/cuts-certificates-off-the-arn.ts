import { text } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'Of the ARN of a certificate, the ARN of its CA is sent.',
  breaks: 'SDK-07',
  killedBy: 'sdk-request/sends-the-arn-as-given',
  bend: text('ResourceArn', (arn) => arn.replace(/\/certificate\/.*$/, '')),
};

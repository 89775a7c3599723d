import { text } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'Of the ARN of a certificate, the ARN of its CA is sent.',
  breaks: 'SDK-07',
  killedBy: 'sdk-request/sends-the-arn-as-given',
  mutate: text('ResourceArn', (arn) => arn.replace(/\/certificate\/.*$/, '')),
};

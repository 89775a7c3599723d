import { text } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'Commas and equals signs in an ARN are percent-encoded.',
  breaks: 'SDK-07',
  killedBy: 'sdk-request/sends-the-arn-as-given',
  mutate: text('ResourceArn', (arn) => arn.replaceAll('=', '%3D')),
};

import { text } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'The id of a CA goes out in lower case.',
  breaks: 'SDK-07',
  killedBy: 'sdk-request/sends-the-arn-as-given',
  mutate: text('ResourceArn', (arn) => arn.toLowerCase()),
};

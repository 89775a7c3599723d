import { text } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'Spaces around an ARN are trimmed.',
  breaks: 'SDK-13',
  killedBy: 'sdk-request/does-not-mend-what-the-model-forbids',
  mutate: text('ResourceArn', (arn) => arn.trim()),
};

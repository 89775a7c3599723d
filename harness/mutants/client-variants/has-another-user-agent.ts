import { headers } from '../plain-client/mutations.js';
import type { ClientVariant } from '../client-mutant.js';

export const variant: ClientVariant = {
  freedom: 'The user agent is another one.',
  permittedBy: 'SDK-19',
  mutate: headers((sent) => ({ ...sent, 'user-agent': 'aws-sdk-cobol/0.1 os/zos' })),
};

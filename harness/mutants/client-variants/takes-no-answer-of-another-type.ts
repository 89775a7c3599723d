import { outputs } from '../plain-client/mutations.js';
import { unreadable } from '../plain-client/parts.js';
import type { ClientVariant } from '../client-mutant.js';

export const variant: ClientVariant = {
  freedom: 'An answer of another content type is a failure.',
  permittedBy: 'SDK-73',
  mutate: outputs((right, { headers }) =>
    (headers['content-type'] ?? '').startsWith('application/x-amz-json') ? right : unreadable('content type'),
  ),
};

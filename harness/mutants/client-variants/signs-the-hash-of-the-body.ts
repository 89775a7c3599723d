import { createHash } from 'node:crypto';
import { request } from '../plain-client/mutations.js';
import type { ClientVariant } from '../client-mutant.js';

export const variant: ClientVariant = {
  freedom: 'The hash of the body goes out in X-Amz-Content-Sha256, and is signed.',
  permittedBy: 'SDK-25',
  mutate: request((sent) => ({
    ...sent,
    headers: { ...sent.headers, 'x-amz-content-sha256': createHash('sha256').update(sent.body).digest('hex') },
  })),
};

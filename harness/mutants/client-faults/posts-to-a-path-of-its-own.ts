import { request } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'Calls go to /acm-pca in place of the root.',
  breaks: 'SDK-01',
  killedBy: 'sdk-request/posts-to-the-root',
  mutate: request((sent) => ({ ...sent, url: new URL('/acm-pca', sent.url) })),
};

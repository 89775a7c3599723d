import { request } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'Calls go to /acm-pca in place of the root.',
  breaks: 'SDK-01',
  killedBy: 'sdk-request/posts-to-the-root',
  bend: request((sent) => ({ ...sent, url: new URL('/acm-pca', sent.url) })),
};

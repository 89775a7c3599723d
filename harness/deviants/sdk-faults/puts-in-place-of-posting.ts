import { request } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'Requests have the method PUT.',
  breaks: 'SDK-01',
  killedBy: 'sdk-request/posts-to-the-root',
  bend: request((sent) => ({ ...sent, method: 'PUT' })),
};

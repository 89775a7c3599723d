import { request, without } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'Over HTTPS, requests name no operation.',
  breaks: 'SDK-122',
  killedBy: 'sdk-endpoints/speaks-https',
  bend: request((sent) =>
    sent.url.protocol === 'https:' ? { ...sent, headers: without(sent.headers, 'x-amz-target') } : sent,
  ),
};

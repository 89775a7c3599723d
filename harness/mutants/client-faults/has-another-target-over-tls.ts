import { request, without } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'Over HTTPS, requests name no operation.',
  breaks: 'SDK-122',
  killedBy: 'sdk-endpoints/speaks-https',
  mutate: request((sent) =>
    sent.url.protocol === 'https:' ? { ...sent, headers: without(sent.headers, 'x-amz-target') } : sent,
  ),
};

import { signed, without } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'The body goes out in chunks, without its length.',
  breaks: 'SDK-124',
  killedBy: 'sdk-request/says-how-long-it-is',
  bend: signed((sent) => ({
    ...sent,
    headers: { ...without(sent.headers, 'content-length'), 'transfer-encoding': 'chunked' },
  })),
};

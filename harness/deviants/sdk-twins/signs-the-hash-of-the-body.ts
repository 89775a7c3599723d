import { createHash } from 'node:crypto';
import { request } from '../plain-client/bends.js';
import type { SdkTwin } from '../sdk-deviant.js';

export const twin: SdkTwin = {
  freedom: 'The hash of the body goes out in X-Amz-Content-Sha256, and is signed.',
  permittedBy: 'SDK-25',
  bend: request((sent) => ({
    ...sent,
    headers: { ...sent.headers, 'x-amz-content-sha256': createHash('sha256').update(sent.body).digest('hex') },
  })),
};

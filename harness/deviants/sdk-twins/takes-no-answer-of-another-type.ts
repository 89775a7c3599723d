import { outputs } from '../plain-client/bends.js';
import { unreadable } from '../plain-client/parts.js';
import type { SdkTwin } from '../sdk-deviant.js';

export const twin: SdkTwin = {
  freedom: 'An answer of another content type is a failure.',
  permittedBy: 'SDK-73',
  bend: outputs((right, { headers }) =>
    (headers['content-type'] ?? '').startsWith('application/x-amz-json') ? right : unreadable('content type'),
  ),
};

import { headers } from '../plain-client/bends.js';
import type { SdkTwin } from '../sdk-deviant.js';

export const twin: SdkTwin = {
  freedom: 'Each request says which attempt it is.',
  permittedBy: 'SDK-84',
  bend: headers((sent) => ({ ...sent, 'amz-sdk-invocation-id': '7f3c', 'amz-sdk-request': 'attempt=1; max=3' })),
};

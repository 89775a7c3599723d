import { headers } from '../plain-client/bends.js';
import type { SdkTwin } from '../sdk-deviant.js';

export const twin: SdkTwin = {
  freedom: 'Every request asks for its connection to be closed.',
  permittedBy: 'SDK-18',
  bend: headers((sent) => ({ ...sent, connection: 'close' })),
};

import { headers } from '../plain-client/bends.js';
import type { SdkTwin } from '../sdk-deviant.js';

export const twin: SdkTwin = {
  freedom: 'The user agent is another one.',
  permittedBy: 'SDK-19',
  bend: headers((sent) => ({ ...sent, 'user-agent': 'aws-sdk-cobol/0.1 os/zos' })),
};

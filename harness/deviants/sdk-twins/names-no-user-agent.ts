import { headers, without } from '../plain-client/bends.js';
import type { SdkTwin } from '../sdk-deviant.js';

export const twin: SdkTwin = {
  freedom: 'There is no user agent.',
  permittedBy: 'SDK-19',
  bend: headers((sent) => without(sent, 'user-agent')),
};

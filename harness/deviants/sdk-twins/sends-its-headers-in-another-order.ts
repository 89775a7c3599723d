import { headers } from '../plain-client/bends.js';
import type { SdkTwin } from '../sdk-deviant.js';

export const twin: SdkTwin = {
  freedom: 'Headers go out in another order.',
  permittedBy: 'SDK-25',
  bend: headers((sent) => Object.fromEntries(Object.entries(sent).toReversed())),
};

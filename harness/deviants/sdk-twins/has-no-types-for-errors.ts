import { errors } from '../plain-client/bends.js';
import type { SdkTwin } from '../sdk-deviant.js';

export const twin: SdkTwin = {
  freedom: 'Errors have no types; their names are all there is.',
  permittedBy: 'SDK-41',
  bend: errors((error) => ({ ...error, className: null })),
};

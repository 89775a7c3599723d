import { errors } from '../plain-client/bends.js';
import type { SdkTwin } from '../sdk-deviant.js';

export const twin: SdkTwin = {
  freedom: 'An error has neither its status nor its request id.',
  permittedBy: 'SDK-44',
  bend: errors((error) => ({ ...error, status: error.status === 400 ? null : error.status, requestId: null })),
};

import { errors } from '../plain-client/bends.js';
import type { SdkTwin } from '../sdk-deviant.js';

export const twin: SdkTwin = {
  freedom: 'Types for errors are named after another convention.',
  permittedBy: 'SDK-41',
  bend: errors((error) => ({ ...error, className: (error.className ?? '').replace(/Exception$/, 'Error') })),
};

import { errors } from '../plain-client/bends.js';
import type { SdkTwin } from '../sdk-deviant.js';

export const twin: SdkTwin = {
  freedom: 'An error about the time is one like any other.',
  permittedBy: 'SDK-30',
  bend: errors((error) => (error.code === 'InvalidSignatureException' ? { ...error, retryable: false } : error)),
};

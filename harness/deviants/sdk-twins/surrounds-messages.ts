import { errors } from '../plain-client/bends.js';
import type { SdkTwin } from '../sdk-deviant.js';

export const twin: SdkTwin = {
  freedom: 'The message of an error has more around that of the service.',
  permittedBy: 'SDK-42',
  bend: errors((error) => ({ ...error, message: `An error occurred (${error.code}): ${error.message ?? ''}` })),
};

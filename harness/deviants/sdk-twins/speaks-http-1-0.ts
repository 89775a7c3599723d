import type { SdkTwin } from '../sdk-deviant.js';

export const twin: SdkTwin = {
  freedom: 'Requests are in HTTP/1.0.',
  permittedBy: 'SDK-01',
  bend: () => ({ httpVersion: '1.0' }),
};

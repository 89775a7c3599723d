import type { SdkTwin } from '../sdk-deviant.js';

export const twin: SdkTwin = {
  freedom: 'The driver offers nothing beyond one call after another.',
  permittedBy: 'SDK-17',
  bend: () => ({ capabilities: [] }),
};

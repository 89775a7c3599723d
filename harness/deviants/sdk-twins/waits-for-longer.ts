import type { SdkTwin } from '../sdk-deviant.js';

export const twin: SdkTwin = {
  freedom: 'Before it sends a call again, the client waits for longer.',
  permittedBy: 'SDK-87',
  bend: () => ({ waitMs: (attempt) => 60 * attempt }),
};

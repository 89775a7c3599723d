import type { SdkTwin } from '../sdk-deviant.js';

export const twin: SdkTwin = {
  freedom: 'A member that the model does not know is sent as it is.',
  permittedBy: 'SDK-15',
  bend: () => ({ membersOf: ({ input }) => input }),
};

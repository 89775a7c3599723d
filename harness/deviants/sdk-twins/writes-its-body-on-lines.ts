import type { SdkTwin } from '../sdk-deviant.js';

export const twin: SdkTwin = {
  freedom: 'The body is written on lines, with the members in another order.',
  permittedBy: 'SDK-05',
  bend: () => ({
    bodyOf: (members) =>
      Buffer.from(JSON.stringify(Object.fromEntries(Object.entries(members).toReversed()), undefined, 2)),
  }),
};

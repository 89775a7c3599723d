import type { SdkTwin } from '../sdk-deviant.js';

export const twin: SdkTwin = {
  freedom: 'By default, nothing is sent again.',
  permittedBy: 'SDK-91',
  bend: () => ({ attemptsOf: ({ maxAttempts }) => maxAttempts ?? 1 }),
};

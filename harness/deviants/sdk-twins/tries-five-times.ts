import type { SdkTwin } from '../sdk-deviant.js';

export const twin: SdkTwin = {
  freedom: 'By default, a call that keeps failing is sent five times.',
  permittedBy: 'SDK-91',
  bend: (correct) => ({ attemptsOf: (call) => call.maxAttempts ?? 2 + correct.attemptsOf(call) }),
};

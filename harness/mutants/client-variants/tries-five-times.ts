import type { ClientVariant } from '../client-mutant.js';

export const variant: ClientVariant = {
  freedom: 'By default, a call that keeps failing is sent five times.',
  permittedBy: 'SDK-91',
  mutate: (correct) => ({ attemptsOf: (call) => call.maxAttempts ?? 2 + correct.attemptsOf(call) }),
};

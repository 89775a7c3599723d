import type { ClientVariant } from '../client-mutant.js';

export const variant: ClientVariant = {
  freedom: 'By default, nothing is sent again.',
  permittedBy: 'SDK-91',
  mutate: () => ({ attemptsOf: ({ maxAttempts }) => maxAttempts ?? 1 }),
};

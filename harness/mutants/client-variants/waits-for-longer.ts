import type { ClientVariant } from '../client-mutant.js';

export const variant: ClientVariant = {
  freedom: 'Before it sends a call again, the client waits for longer.',
  permittedBy: 'SDK-87',
  mutate: () => ({ waitMs: (attempt) => 60 * attempt }),
};

import type { ClientVariant } from '../client-mutant.js';

export const variant: ClientVariant = {
  freedom: 'The driver offers nothing beyond one call after another.',
  permittedBy: 'SDK-17',
  mutate: () => ({ capabilities: [] }),
};

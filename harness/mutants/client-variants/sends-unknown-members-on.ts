import type { ClientVariant } from '../client-mutant.js';

export const variant: ClientVariant = {
  freedom: 'A member that the model does not know is sent as it is.',
  permittedBy: 'SDK-15',
  mutate: () => ({ membersOf: ({ input }) => input }),
};

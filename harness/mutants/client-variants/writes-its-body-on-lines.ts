import type { ClientVariant } from '../client-mutant.js';

export const variant: ClientVariant = {
  freedom: 'The body is written on lines, with the members in another order.',
  permittedBy: 'SDK-05',
  mutate: () => ({
    bodyOf: (members) =>
      Buffer.from(JSON.stringify(Object.fromEntries(Object.entries(members).toReversed()), undefined, 2)),
  }),
};

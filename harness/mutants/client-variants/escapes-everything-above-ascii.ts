import type { ClientVariant } from '../client-mutant.js';

export const variant: ClientVariant = {
  freedom: 'In the body, everything above ASCII is an escape.',
  permittedBy: 'SDK-05',
  mutate: (correct) => ({
    bodyOf: (members) =>
      Buffer.from(
        correct
          .bodyOf(members)
          .toString()
          .replaceAll(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
      ),
  }),
};

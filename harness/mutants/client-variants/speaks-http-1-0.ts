import type { ClientVariant } from '../client-mutant.js';

export const variant: ClientVariant = {
  freedom: 'Requests are in HTTP/1.0.',
  permittedBy: 'SDK-01',
  mutate: () => ({ httpVersion: '1.0' }),
};

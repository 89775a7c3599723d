import type { ClientVariant } from '../client-mutant.js';

export const variant: ClientVariant = {
  freedom: 'The endpoints that the client computes end with a slash.',
  permittedBy: 'SDK-116',
  mutate: (correct) => ({ urlFor: (question) => `${correct.urlFor(question)}/` }),
};

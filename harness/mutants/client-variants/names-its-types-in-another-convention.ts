import { errors } from '../plain-client/mutations.js';
import type { ClientVariant } from '../client-mutant.js';

export const variant: ClientVariant = {
  freedom: 'Types for errors are named after another convention.',
  permittedBy: 'SDK-41',
  mutate: errors((error) => ({ ...error, className: (error.className ?? '').replace(/Exception$/, 'Error') })),
};

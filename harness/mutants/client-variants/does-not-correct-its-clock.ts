import { errors } from '../plain-client/mutations.js';
import type { ClientVariant } from '../client-mutant.js';

export const variant: ClientVariant = {
  freedom: 'An error about the time is one like any other.',
  permittedBy: 'SDK-30',
  mutate: errors((error) => (error.code === 'InvalidSignatureException' ? { ...error, retryable: false } : error)),
};

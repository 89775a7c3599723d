import { showsPoliciesLate } from '../lag.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'GetPolicy shows what PutPolicy and DeletePolicy have changed 300 ms later.',
  permittedBy: 'CC-01',
  mutate: showsPoliciesLate(300),
};

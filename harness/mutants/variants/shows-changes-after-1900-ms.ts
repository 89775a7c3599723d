import { showsPoliciesLate } from '../lag.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'GetPolicy shows what PutPolicy and DeletePolicy have changed 1.9 s later.',
  permittedBy: 'CC-01',
  mutate: showsPoliciesLate(1_900),
};

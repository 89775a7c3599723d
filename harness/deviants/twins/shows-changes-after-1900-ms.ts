import { showsPoliciesLate } from '../lag.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'GetPolicy shows what PutPolicy and DeletePolicy have changed 1.9 s later.',
  permittedBy: 'CC-01',
  bend: showsPoliciesLate(1_900),
};

import { showsPoliciesLate } from '../lag.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'GetPolicy shows what PutPolicy and DeletePolicy have changed 300 ms later.',
  permittedBy: 'CC-01',
  bend: showsPoliciesLate(300),
};

import { stores } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A number that no double holds comes back as the greatest that one holds.',
  breaks: 'POL-14',
  killedBy: 'policy-content/settles-sids',
  mutate: stores(({ text, judge }) =>
    judge(text.replace('1e400', '""')).kind === 'success' && text.includes('1e400')
      ? text.replace('1e400', '1.7976931348623157e+308')
      : undefined,
  ),
};

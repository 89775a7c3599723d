import { stores } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A number that no double holds comes back as the greatest that one holds.',
  breaks: 'POL-14',
  killedBy: 'policy-content/settles-sids',
  bend: stores(({ text, judge }) =>
    judge(text.replace('1e400', '""')).kind === 'success' && text.includes('1e400')
      ? text.replace('1e400', '1.7976931348623157e+308')
      : undefined,
  ),
};

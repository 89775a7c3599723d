import { stores } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A key that stands there twice comes back with a list of both values.',
  breaks: 'POL-07',
  killedBy: 'policy-content/settles-duplicate-keys',
  mutate: stores(({ text, judge }) => {
    const single = text.replace(twice, '"$1":$3');
    return single !== text && judge(single).kind === 'success' ? text.replace(twice, '"$1":[$2,$3]') : undefined;
  }),
};

const twice = /"(\w+)":("[^"]*"),"\1":("[^"]*")/;

import { overlooks } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A comma may follow the last member.',
  breaks: 'POL-06',
  killedBy: 'policy-text/refuses-what-is-nearly-json',
  mutate: overlooks((text) => text.replaceAll(/,(\s*[}\]])/g, '$1')),
};

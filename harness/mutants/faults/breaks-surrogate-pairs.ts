import { reads } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'An escaped surrogate pair comes back as two characters of replacement.',
  breaks: 'POL-03',
  killedBy: 'policy-text/settles-escaped-characters',
  mutate: reads((text) => text.replaceAll(/\\ud[89ab]..\\ud[c-f]../gi, String.raw`\ufffd\ufffd`)),
};

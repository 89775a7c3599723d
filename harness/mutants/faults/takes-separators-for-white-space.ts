import { overlooks } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'Whatever some language strips counts as white space: vertical tab, form feed, U+001C to U+001F.',
  breaks: 'POL-03',
  killedBy: 'policy-text/refuses-other-characters',
  mutate: overlooks((text) => text.replaceAll(/[\u000b\u000c\u001c-\u001f]/g, '')),
};

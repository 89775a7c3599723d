import { afterwards, clearOthers } from '../afterwards.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'PutPolicy on one CA deletes the policies of the others.',
  breaks: 'ISO-01',
  killedBy: 'sequences/keep-authorities-apart',
  mutate: afterwards((event) => {
    if (event.operation.kind === 'PutPolicy' && event.right.kind === 'success') clearOthers(event);
  }),
};

import { afterwards, clearOthers } from '../afterwards.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'DeletePolicy deletes the policies of all CAs.',
  breaks: 'ISO-01',
  killedBy: 'isolation/acts-on-the-named-authority-alone',
  mutate: afterwards((event) => {
    if (event.operation.kind === 'DeletePolicy' && event.right.kind === 'success') clearOthers(event);
  }),
};

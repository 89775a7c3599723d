import { isRefused } from '../mutate.js';
import { afterwards, clearOthers } from '../afterwards.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A refused PutPolicy deletes the policies of the other CAs.',
  breaks: 'GP-07',
  killedBy: 'isolation/refusals-touch-no-other-authority',
  mutate: afterwards((event) => {
    if (event.operation.kind === 'PutPolicy' && isRefused(event.right)) clearOthers(event);
  }),
};

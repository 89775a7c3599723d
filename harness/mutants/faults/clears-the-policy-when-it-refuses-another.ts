import { isRefused } from '../mutate.js';
import { afterwards } from '../afterwards.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A policy is gone once another was refused.',
  breaks: 'GP-07',
  killedBy: 'sequences/survive-refusals',
  mutate: afterwards(({ operation, right, arn, carry }) => {
    if (operation.kind === 'PutPolicy' && isRefused(right)) carry(arn, undefined);
  }),
};

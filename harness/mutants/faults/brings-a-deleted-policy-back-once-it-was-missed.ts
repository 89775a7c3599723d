import { isRefused } from '../mutate.js';
import { afterwards } from '../afterwards.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A deleted policy is back once GetPolicy said that it is gone.',
  breaks: 'DP-01',
  killedBy: 'sequences/keep-deleted-policies-away',
  mutate: afterwards(({ operation, right, arn, accepted, carry }) => {
    if (operation.kind === 'GetPolicy' && isRefused(right)) carry(arn, accepted.get(arn));
  }),
};

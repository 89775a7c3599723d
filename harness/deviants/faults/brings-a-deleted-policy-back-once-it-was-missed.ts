import { isRefused } from '../bend.js';
import { afterwards } from '../afterwards.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A deleted policy is back once GetPolicy said that it is gone.',
  breaks: 'DP-01',
  killedBy: 'sequences/keep-deleted-policies-away',
  bend: afterwards(({ operation, right, arn, accepted, carry }) => {
    if (operation.kind === 'GetPolicy' && isRefused(right)) carry(arn, accepted.get(arn));
  }),
};

import { isRefused } from '../bend.js';
import { afterwards } from '../afterwards.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A policy is gone once another was refused.',
  breaks: 'GP-07',
  killedBy: 'sequences/survive-refusals',
  bend: afterwards(({ operation, right, arn, carry }) => {
    if (operation.kind === 'PutPolicy' && isRefused(right)) carry(arn, undefined);
  }),
};

import { afterwards } from '../afterwards.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A policy is gone once it was read.',
  breaks: 'GP-07',
  killedBy: 'get-policy/changes-nothing',
  mutate: afterwards(({ operation, arn, carry }) => {
    if (operation.kind === 'GetPolicy') carry(arn, undefined);
  }),
};

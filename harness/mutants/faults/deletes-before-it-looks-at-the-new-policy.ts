import { afterwards } from '../afterwards.js';
import { jsonOf } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A policy is gone once a text that is no JSON was put.',
  breaks: 'GP-07',
  killedBy: 'policy-text/refuses-what-is-no-json-object',
  mutate: afterwards(({ operation, arn, carry }) => {
    if (operation.kind === 'PutPolicy' && jsonOf(operation.input.Policy) === undefined) carry(arn, undefined);
  }),
};

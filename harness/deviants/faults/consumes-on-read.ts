import { afterwards } from '../afterwards.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A policy is gone once it was read.',
  breaks: 'GP-07',
  killedBy: 'get-policy/changes-nothing',
  bend: afterwards(({ operation, arn, carry }) => {
    if (operation.kind === 'GetPolicy') carry(arn, undefined);
  }),
};

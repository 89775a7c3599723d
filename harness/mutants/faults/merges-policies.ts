import { stores } from '../mutate.js';
import { inDocument, documentOf } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'The statements of a new policy join those that are there.',
  breaks: 'PP-01',
  killedBy: 'put-policy/replaces-the-policy',
  mutate: stores(({ text, right, before }) =>
    right.kind !== 'success' || before === undefined || before === text
      ? undefined
      : inDocument((document) => ({
          ...document,
          Statement: [documentOf(before)?.['Statement'], document['Statement']].flat(),
        }))(text),
  ),
};

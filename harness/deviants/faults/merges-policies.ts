import { stores } from '../bend.js';
import { inDocument, documentOf } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'The statements of a new policy join those that are there.',
  breaks: 'PP-01',
  killedBy: 'put-policy/replaces-the-policy',
  bend: stores(({ text, right, before }) =>
    right.kind !== 'success' || before === undefined || before === text
      ? undefined
      : inDocument((document) => ({
          ...document,
          Statement: [documentOf(before)?.['Statement'], document['Statement']].flat(),
        }))(text),
  ),
};

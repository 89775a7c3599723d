import { stores } from '../mutate.js';
import { inDocument, documentOf } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'Each put over a policy lengthens its Version.',
  breaks: 'GP-03',
  killedBy: 'get-policy/returns-what-was-put',
  mutate: stores(({ text, right, before }) => {
    const version = documentOf(before ?? '')?.['Version'];
    return right.kind !== 'success' || typeof version !== 'string'
      ? undefined
      : inDocument((document) => ({ ...document, Version: `${version}.1` }))(text);
  }),
};

import { stores } from '../bend.js';
import { inDocument, documentOf } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'Each put over a policy lengthens its Version.',
  breaks: 'GP-03',
  killedBy: 'get-policy/returns-what-was-put',
  bend: stores(({ text, right, before }) => {
    const version = documentOf(before ?? '')?.['Version'];
    return right.kind !== 'success' || typeof version !== 'string'
      ? undefined
      : inDocument((document) => ({ ...document, Version: `${version}.1` }))(text);
  }),
};

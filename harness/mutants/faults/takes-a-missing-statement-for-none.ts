import { accepts } from '../mutate.js';
import { documentOf } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A policy need not have statements.',
  breaks: 'POL-38',
  killedBy: 'policy-content/refuses-policies-without-statements',
  mutate: accepts((text) => {
    const document = documentOf(text);
    return document !== undefined && 'Version' in document && !('Statement' in document);
  }),
};

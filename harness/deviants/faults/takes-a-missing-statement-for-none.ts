import { accepts } from '../bend.js';
import { documentOf } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A policy need not have statements.',
  breaks: 'POL-38',
  killedBy: 'policy-content/refuses-policies-without-statements',
  bend: accepts((text) => {
    const document = documentOf(text);
    return document !== undefined && 'Version' in document && !('Statement' in document);
  }),
};

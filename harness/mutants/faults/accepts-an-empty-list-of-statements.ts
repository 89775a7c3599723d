import { accepts } from '../mutate.js';
import { documentOf, textOf } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A policy may have an empty list of statements.',
  breaks: 'POL-38',
  killedBy: 'policy-content/refuses-policies-without-statements',
  mutate: accepts((text) => textOf(documentOf(text)?.['Statement'] ?? null) === '[]'),
};

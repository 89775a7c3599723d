import { accepts } from '../bend.js';
import { documentOf, textOf } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A policy may have an empty list of statements.',
  breaks: 'POL-38',
  killedBy: 'policy-content/refuses-policies-without-statements',
  bend: accepts((text) => textOf(documentOf(text)?.['Statement'] ?? null) === '[]'),
};

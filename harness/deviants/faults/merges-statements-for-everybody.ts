import { reads } from '../bend.js';
import { inDocument, statementsOf } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'GetPolicy returns both statements for everybody as one.',
  breaks: 'GP-03',
  killedBy: 'get-policy/returns-what-was-put',
  bend: reads(
    inDocument((document) => {
      const [first, second, ...others] = statementsOf(document);
      if (first?.['Principal'] !== '*' || second === undefined || others.length > 0) return document;
      return { ...document, Statement: [{ ...first, Action: [first['Action'], second['Action']].flat() }] };
    }),
  ),
};

import { reads } from '../mutate.js';
import { inDocument, statementsOf } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'GetPolicy returns both statements for everybody as one.',
  breaks: 'GP-03',
  killedBy: 'get-policy/returns-what-was-put',
  mutate: reads(
    inDocument((document) => {
      const [first, second, ...others] = statementsOf(document);
      if (first?.['Principal'] !== '*' || second === undefined || others.length > 0) return document;
      return { ...document, Statement: [{ ...first, Action: [first['Action'], second['Action']].flat() }] };
    }),
  ),
};

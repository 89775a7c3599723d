import { reads } from '../mutate.js';
import { inStatements, statementsOf, documentOf } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'GetPolicy returns another Sid where two are the same.',
  breaks: 'GP-03',
  killedBy: 'get-policy/returns-what-was-put',
  mutate: reads((text) =>
    inStatements((statement, index) => {
      const { Sid } = statement;
      const isRepeated = index > 0 && statementsOf(documentOf(text))[0]?.['Sid'] === Sid;
      return isRepeated && typeof Sid === 'string' ? { ...statement, Sid: `${Sid}${index}` } : statement;
    })(text),
  ),
};

import { mutateEach, policyAt } from '../mutate.js';
import { inDocument, statementsOf, documentOf } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'From the tenth put on a CA its policy has the first statement of the one before too.',
  breaks: 'PP-01',
  killedBy: 'sequences/keep-the-last-policy',
  mutate: mutateEach(0, ({ operation, ask, peek, arn, memory: puts, remember }) => {
    if (operation.kind !== 'PutPolicy') return ask(operation);
    remember(puts + 1);
    const [old] = statementsOf(documentOf(policyAt({ peek }, arn) ?? ''));
    if (puts < 9 || old === undefined) return ask(operation);
    const Policy = inDocument((document) => ({ ...document, Statement: [document['Statement'], old].flat() }))(
      operation.input.Policy,
    );
    return ask({ ...operation, input: { ...operation.input, Policy } });
  }),
};

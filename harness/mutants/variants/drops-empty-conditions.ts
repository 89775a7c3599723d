import { stores } from '../mutate.js';
import { inStatements, isDraft, without } from '../documents.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'A Condition that is empty or null is accepted, and is no longer there on read.',
  permittedBy: 'GP-04',
  mutate: stores(({ text, judge }) => {
    const kept = withoutEmptyConditions(text);
    return kept !== text && judge(kept).kind === 'success' ? kept : undefined;
  }),
};

const withoutEmptyConditions = inStatements((statement) => {
  const { Condition } = statement;
  const isEmpty = Condition === null || (isDraft(Condition) && Object.keys(Condition).length === 0);
  return isEmpty ? without(statement, 'Condition') : statement;
});

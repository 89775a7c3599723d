import { stores } from '../bend.js';
import { inStatements, isDraft, without } from '../documents.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A Condition that is empty or null is accepted, and is no longer there on read.',
  permittedBy: 'GP-04',
  bend: stores(({ text, judge }) => {
    const kept = withoutEmptyConditions(text);
    return kept !== text && judge(kept).kind === 'success' ? kept : undefined;
  }),
};

const withoutEmptyConditions = inStatements((statement) => {
  const { Condition } = statement;
  const isEmpty = Condition === null || (isDraft(Condition) && Object.keys(Condition).length === 0);
  return isEmpty ? without(statement, 'Condition') : statement;
});

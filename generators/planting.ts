// Ways of planting a flaw into a good policy, from which the tables are made.

import type { RequirementId } from '../harness/catalogue/index.js';
import type { Answers, Draft, PlantedPolicy, PolicyFlaw } from './flaw.js';

/** What a row of a table says beside how the flaw is planted. */
export interface Row {
  readonly id: string;
  readonly summary: string;
  readonly requirement: RequirementId;
  readonly acceptable: Answers;
}

/** A flaw of one statement: the first or the second, as the pick decides. */
export function inStatement(row: Row, change: (statement: Draft) => void): PolicyFlaw {
  return {
    ...row,
    plant: ({ draft, statements }, pick) => {
      const statement = statements[pick % statements.length];
      if (statement !== undefined) change(statement);
      return JSON.stringify(draft);
    },
  };
}

/** A flaw of the document. */
export function inDocument(row: Row, change: (policy: PlantedPolicy) => void): PolicyFlaw {
  return {
    ...row,
    plant: (policy) => {
      change(policy);
      return JSON.stringify(policy.draft);
    },
  };
}

/** One element of a statement with another value, or without one. */
export function withElement(row: Row, element: string, value: unknown): PolicyFlaw {
  return inStatement(row, (statement) => {
    if (value === undefined) delete statement[element];
    else statement[element] = value;
  });
}

/** Renames an element, keeping its value. */
export function renamed(row: Row, from: string, to: string): PolicyFlaw {
  return inStatement(row, (statement) => {
    statement[to] = statement[from];
    delete statement[from];
  });
}

/** The policy with a text in place of its first Sid. */
export function withSid({ draft, statements }: PlantedPolicy, sid: string): string {
  if (statements[0] !== undefined) statements[0]['Sid'] = sid;
  return JSON.stringify(draft);
}

/** The same where JSON.stringify would escape a character, or escape an escape. */
export function withRawSid(policy: PlantedPolicy, sid: string): string {
  return withSid(policy, 'SidGoesHere').replace('SidGoesHere', () => sid);
}

/** So many arrays within each other, the innermost empty. */
export function nestedArrays(depth: number): unknown {
  let nested: unknown = [];
  for (let level = 1; level < depth; level += 1) nested = [nested];
  return nested;
}

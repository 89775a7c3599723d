// Helpers that insert one flaw into a valid policy; used by the flaw tables.

import type { RequirementId } from '../harness/catalogue/index.js';
import { drawn, picksOfSet, type Drawn } from './drawn.js';
import type { Answers, Draft, Flaw, EditablePolicy, PolicyFlaw } from './flaw.js';

/** A row of a flaw table without the function that inserts the flaw. */
export interface FlawRow {
  readonly id: string;
  readonly summary: string;
  readonly requirement: RequirementId;
  readonly acceptable: Answers;
  readonly level?: Flaw['level'];
}

/** A flaw of one statement, which the pick chooses. */
export function inStatement(row: FlawRow, change: (statement: Draft, pick: number) => void): PolicyFlaw {
  return {
    ...row,
    insert: ({ draft, statements }, pick) => {
      const statement = statements[pick % statements.length];
      if (statement !== undefined) change(statement, pick);
      return JSON.stringify(draft);
    },
  };
}

/** A flaw of the document. */
export function inDocument(row: FlawRow, change: (policy: EditablePolicy, pick: number) => void): PolicyFlaw {
  return {
    ...row,
    insert: (policy, pick) => {
      change(policy, pick);
      return JSON.stringify(policy.draft);
    },
  };
}

/** Replaces the value of an element, or removes the element if the value is undefined; a function is a set of values. */
export function withElement(row: FlawRow, element: string, value: unknown): PolicyFlaw {
  const flaw = inStatement(row, (statement, pick) => {
    const chosen: unknown = isDrawn(value) ? value(pick) : value;
    if (chosen === undefined) delete statement[element];
    else statement[element] = chosen;
  });
  return isDrawn(value) ? withSetPicks(flaw) : flaw;
}

/** Whether a value is a set; JSON has no functions. */
export function isDrawn(value: unknown): value is Drawn<unknown> {
  return typeof value === 'function';
}

/** A flaw whose pick chooses a member of a set. */
export function withSetPicks(flaw: PolicyFlaw): PolicyFlaw {
  return { ...flaw, picks: picksOfSet };
}

/** Renames an element, keeping its value; a function is a set of names. */
export function renamed(row: FlawRow, from: string, to: string | Drawn<string>): PolicyFlaw {
  const flaw = inStatement(row, (statement, pick) => {
    statement[isDrawn(to) ? to(pick) : to] = statement[from];
    delete statement[from];
  });
  return isDrawn(to) ? withSetPicks(flaw) : flaw;
}

/** The name with one letter doubled or left out; `first` is always tried. */
export function misspellings(name: string, first: string): Drawn<string> {
  return drawn(first, (number) => {
    const at = 1 + (Math.floor(number / 2) % (name.length - 1));
    return name.slice(0, at) + (number % 2 === 0 ? name.slice(at - 1) : name.slice(at + 1));
  });
}

/** The policy with another first Sid. */
export function withSid({ draft, statements }: EditablePolicy, sid: string): string {
  if (statements[0] !== undefined) statements[0]['Sid'] = sid;
  return JSON.stringify(draft);
}

/** The same, but the Sid is inserted without escaping. */
export function withRawSid(policy: EditablePolicy, sid: string): string {
  return withSid(policy, 'SidGoesHere').replace('SidGoesHere', () => sid);
}

/** Nested arrays of a depth, the innermost empty. */
export function nestedArrays(depth: number): unknown {
  let nested: unknown = [];
  for (let level = 1; level < depth; level += 1) nested = [nested];
  return nested;
}

// Ways of planting a flaw into a good policy, from which the tables are made.

import type { RequirementId } from '../harness/catalogue/index.js';
import { drawn, picksOfSet, type Drawn } from './drawn.js';
import type { Answers, Draft, Flaw, PlantedPolicy, PolicyFlaw } from './flaw.js';

/** What a row of a table says beside how the flaw is planted. */
export interface Row {
  readonly id: string;
  readonly summary: string;
  readonly requirement: RequirementId;
  readonly acceptable: Answers;
  readonly level?: Flaw['level'];
}

/** A flaw of one statement: the first or the second, as the pick decides. */
export function inStatement(row: Row, change: (statement: Draft, pick: number) => void): PolicyFlaw {
  return {
    ...row,
    plant: ({ draft, statements }, pick) => {
      const statement = statements[pick % statements.length];
      if (statement !== undefined) change(statement, pick);
      return JSON.stringify(draft);
    },
  };
}

/** A flaw of the document. */
export function inDocument(row: Row, change: (policy: PlantedPolicy, pick: number) => void): PolicyFlaw {
  return {
    ...row,
    plant: (policy, pick) => {
      change(policy, pick);
      return JSON.stringify(policy.draft);
    },
  };
}

/** One element of a statement with another value, or without one; a function is a set of values. */
export function withElement(row: Row, element: string, value: unknown): PolicyFlaw {
  const flaw = inStatement(row, (statement, pick) => {
    const chosen: unknown = isDrawn(value) ? value(pick) : value;
    if (chosen === undefined) delete statement[element];
    else statement[element] = chosen;
  });
  return isDrawn(value) ? standingForSet(flaw) : flaw;
}

/** No value of JSON is a function. */
export function isDrawn(value: unknown): value is Drawn<unknown> {
  return typeof value === 'function';
}

/** A flaw whose pick chooses a member of a set. */
export function standingForSet(flaw: PolicyFlaw): PolicyFlaw {
  return { ...flaw, picks: picksOfSet };
}

/** Renames an element, keeping its value; a function is a set of names. */
export function renamed(row: Row, from: string, to: string | Drawn<string>): PolicyFlaw {
  const flaw = inStatement(row, (statement, pick) => {
    statement[isDrawn(to) ? to(pick) : to] = statement[from];
    delete statement[from];
  });
  return isDrawn(to) ? standingForSet(flaw) : flaw;
}

/** A name with one letter doubled or left out; `first` is the one that is always tried. */
export function misspellings(name: string, first: string): Drawn<string> {
  return drawn(first, (number) => {
    const at = 1 + (Math.floor(number / 2) % (name.length - 1));
    return name.slice(0, at) + (number % 2 === 0 ? name.slice(at - 1) : name.slice(at + 1));
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

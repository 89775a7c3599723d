// The table of policies at the length limits: each place of a policy that can hold padding, padded to the limit or to one
// character more.
//
//   length 1..81920 characters, until 2025 1..20480
//
// Source: https://docs.aws.amazon.com/privateca/latest/APIReference/API_PutPolicy.html

import type { Constraints } from '../harness/api/constraints.js';
import { pinned } from './boundary-length.js';
import type { Answers, EditablePolicy, PolicyFlaw } from './flaw.js';

const acceptedPreferred: Answers = ['Success', 'InvalidPolicyException'];
const openLength: Answers = ['Success', 'InvalidPolicyException', 'ValidationException'];
const tooLong: Answers = ['ValidationException', 'InvalidPolicyException', 'RequestEntityTooLargeException'];

interface Padding {
  readonly id: string;
  /** The place, as the subject of a sentence. */
  readonly place: string;
  /** The policy padded to a length, which it has once the tokens are filled in; a longer policy is not changed. */
  readonly pad: (policy: EditablePolicy, length: number) => string;
}

const spacesAfter: Padding = {
  id: 'after',
  place: 'Spaces after the policy',
  pad: ({ text }, length) => text + fill('20', length),
};

const spacesBefore: Padding = {
  id: 'before',
  place: 'Spaces before the policy',
  pad: ({ text }, length) => fill('20', length) + text,
};

/** White space after a token is insignificant (POL-08). */
const whiteSpaceWithin: readonly Padding[] = [
  {
    id: 'inside',
    place: 'Spaces inside the policy',
    pad: ({ text }, length) => text.replace(':', () => `:${fill('20', length)}`),
  },
  spacesAfter,
];

const whiteSpace: readonly Padding[] = [spacesBefore, ...whiteSpaceWithin];

/** Elements that a service may reject if they are so long. */
const elements: readonly Padding[] = [
  {
    id: 'in-a-sid',
    place: 'The letters of a Sid',
    pad: ({ draft, statements: [first] }, length) => {
      if (first !== undefined) first['Sid'] = `a${fill('61', length)}`;
      return JSON.stringify(draft);
    },
  },
  {
    id: 'in-an-id',
    place: 'The letters of an Id',
    pad: ({ draft }, length) => JSON.stringify({ ...draft, Id: `a${fill('61', length)}` }),
  },
  {
    id: 'in-a-condition',
    place: 'A long value in a condition',
    pad: ({ draft, statements: [first] }, length) => {
      const value = `arn:{{ca0.partition}}:iam::{{ca0.account}}:role/a${fill('61', length)}`;
      if (first !== undefined) first['Condition'] = { StringLike: { 'aws:PrincipalArn': value } };
      return JSON.stringify(draft);
    },
  },
  {
    // Different accounts, because a service may drop duplicates.
    id: 'in-the-principals',
    place: 'Many accounts as principals',
    pad: ({ text, draft, statements: [first] }, length) => {
      const accounts = bulk(text, length, '"100000000000",').map((_item, index) => String(100_000_000_000 + index));
      if (first !== undefined) first['Principal'] = { AWS: accounts };
      return JSON.stringify(draft) + fill('20', length);
    },
  },
];

const repeatedAction = 'acm-pca:ListTags';

/** Only for lengths that are rejected, because no source says that repeated actions are returned unchanged. */
const actions: Padding = {
  id: 'in-the-actions',
  place: 'One action many times',
  pad: ({ text, draft, statements: [first] }, length) => {
    const repeated = bulk(text, length, `"${repeatedAction}",`).map(() => repeatedAction);
    if (first !== undefined) first['Action'] = [first['Action'], repeated].flat(2);
    return JSON.stringify(draft) + fill('20', length);
  },
};

/** A token for as many characters as are missing from the length. */
function fill(codePoint: '20' | '61', length: number): string {
  return `{{fill:${codePoint}:${length}}}`;
}

/** More characters than the tokens of a policy add when they are filled in. */
const tokenGrowth = 1_000;

/** An array of almost as many items as fit into the length, but at least one. */
function bulk(text: string, length: number, item: string): readonly unknown[] {
  return Array.from({ length: Math.max(1, Math.floor((length - text.length - tokenGrowth) / item.length)) });
}

interface Size {
  readonly id: string;
  readonly requirement: PolicyFlaw['requirement'];
  readonly acceptable: Answers;
  readonly length: number;
  /** The length towards which a counterexample shrinks. */
  readonly towards: number;
}

function padded({ id, place, pad }: Padding, { length, towards, ...size }: Size): PolicyFlaw {
  return {
    ...size,
    id: `length/${size.id}-${id}`,
    summary: `${place} bring the policy to ${length} characters.`,
    picks: pinned({ length, towards }),
    insert: pad,
  };
}

function undisputedSize({ undisputedPolicyLength: length }: Constraints): Omit<Size, 'acceptable'> {
  return { id: 'undisputed-maximum', requirement: 'POL-01', length, towards: 1 };
}

/** Policies padded with white space to a length that every revision allows, so the length is no reason to reject them. */
export function undisputedLengths(constraints: Constraints): readonly PolicyFlaw[] {
  const size = undisputedSize(constraints);
  return whiteSpaceWithin.map((padding) => padded(padding, { ...size, acceptable: acceptedPreferred }));
}

/** Policies of the same length that may be rejected for another reason. */
export function undisputedLengthsOfOpenForms(constraints: Constraints): readonly PolicyFlaw[] {
  const size = undisputedSize(constraints);
  return [
    padded(spacesBefore, { ...size, acceptable: openLength }),
    ...elements.map((padding) => padded(padding, { ...size, acceptable: acceptedPreferred })),
  ];
}

/** Policies longer than the former maximum, up to the present one; none in the older revisions (POL-04). */
export function disputedLengths({ policy, undisputedPolicyLength }: Constraints): readonly PolicyFlaw[] {
  if (policy.maxLength === undisputedPolicyLength) return [];
  const shortest = undisputedPolicyLength + 1;
  const size = { requirement: 'POL-04', acceptable: openLength, towards: shortest } as const;
  return [
    padded(spacesAfter, { ...size, id: 'above-undisputed-maximum', length: shortest }),
    ...[...whiteSpace, ...elements].map((padding) =>
      padded(padding, { ...size, id: 'maximum', length: policy.maxLength }),
    ),
  ];
}

/** Policies longer than the maximum. */
export function excessiveLengths({ policy: { maxLength } }: Constraints): readonly PolicyFlaw[] {
  const shortest = maxLength + 1;
  const size = { requirement: 'POL-02', acceptable: tooLong, towards: shortest } as const;
  return [
    ...[...whiteSpace, ...elements, actions].map((padding) =>
      padded(padding, { ...size, id: 'too-long', length: shortest }),
    ),
    padded(spacesAfter, { ...size, id: 'far-too-long', length: 2 * shortest }),
  ];
}

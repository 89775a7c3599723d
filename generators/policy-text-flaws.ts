// The table of flaws in a Policy as a string: length, characters, JSON.
//
//   length  1..81920 characters
//   pattern [\u0009\u000A\u000D\u0020-\u00FF]+
//   JSON    https://www.rfc-editor.org/rfc/rfc8259, an object
//
// Source: https://docs.aws.amazon.com/privateca/latest/APIReference/API_PutPolicy.html

import type { Constraints } from '../harness/api/constraints.js';
import type { Answers, PolicyFlaw } from './flaw.js';
import { drawn, type Drawn } from './drawn.js';
import { withSetPicks, withRawSid, withSid } from './insert-flaw.js';
import { excessiveLengths } from './policy-lengths.js';

const outsideConstraint: Answers = ['ValidationException', 'InvalidPolicyException', 'RequestEntityTooLargeException'];
const notAPolicy: Answers = ['InvalidPolicyException', 'ValidationException'];

type Insert = PolicyFlaw['insert'];

function character(id: string, summary: string, insert: Insert): PolicyFlaw {
  return { id: `policy/${id}`, summary, requirement: 'POL-03', acceptable: outsideConstraint, insert };
}

function notJson(id: string, summary: string, insert: Insert): PolicyFlaw {
  return { id: `policy/${id}`, summary, requirement: 'POL-05', acceptable: notAPolicy, insert };
}

function malformedJson(id: string, summary: string, insert: Insert): PolicyFlaw {
  return { id: `policy/${id}`, summary, requirement: 'POL-06', acceptable: notAPolicy, insert };
}

/** A Sid with one character of a set, unescaped. */
function sidWith(id: string, summary: string, text: Drawn<string>): PolicyFlaw {
  return withSetPicks(character(id, summary, (policy, pick) => withSid(policy, `a${text(pick)}`)));
}

/** The text with one match of the pattern replaced, which the pick chooses. */
function replacedAt(text: string, pattern: RegExp, replacement: (match: string) => string, pick: number): string {
  const matches = [...text.matchAll(pattern)];
  const match = matches[Math.floor(pick / 2) % matches.length];
  if (match === undefined) return text;
  return text.slice(0, match.index) + replacement(match[0]) + text.slice(match.index + match[0].length);
}

/** Malformed JSON with the flaw in one of several places, which the pick chooses. */
function malformedJsonAt(
  id: string,
  summary: string,
  pattern: RegExp,
  replacement: (match: string) => string,
): PolicyFlaw {
  return withSetPicks(malformedJson(id, summary, ({ text }, pick) => replacedAt(text, pattern, replacement, pick)));
}

/** Changes a text except for its tokens, which are filled in later. */
function outsideTokens(text: string, change: (piece: string) => string): string {
  return text
    .split(/(\{\{[^{}]*\}\})/)
    .map((piece, index) => (index % 2 === 1 ? piece : change(piece)))
    .join('');
}

/** The policy up to the end of the first match. */
function truncated(id: string, summary: string, kept: RegExp): PolicyFlaw {
  return notJson(`truncated-${id}`, `The policy ends ${summary}.`, ({ text }) => {
    const match = kept.exec(text);
    return text.slice(0, (match?.index ?? 0) + (match?.[0].length ?? 0));
  });
}

/** The table for one revision of the service model. */
export function policyTextFlaws(constraints: Constraints): readonly PolicyFlaw[] {
  return [
    {
      id: 'policy/empty',
      summary: 'The policy is the empty string.',
      requirement: 'POL-02',
      acceptable: outsideConstraint,
      insert: () => '',
    },
    ...excessiveLengths(constraints),
    ...textFlaws,
  ];
}

const textFlaws: readonly PolicyFlaw[] = [
  character('character-u0100', 'A Sid contains U+0100, the first character above the range.', (policy) =>
    withSid(policy, 'a\u0100'),
  ),
  sidWith(
    'character-euro',
    'A Sid contains a character above the range.',
    drawn('\u20ac', (number) => String.fromCodePoint(0x101 + (number % 0xd000))),
  ),
  sidWith(
    'character-emoji',
    'A Sid contains a character outside the Basic Multilingual Plane.',
    drawn('\u{1f512}', (number) => String.fromCodePoint(0x1_0000 + (number % 0x1_0000))),
  ),
  {
    id: 'policy/character-lone-surrogate',
    summary: 'A Sid contains a lone surrogate.',
    requirement: 'POL-03',
    // It is not valid Unicode, so the whole body may be unreadable (WIRE-10).
    acceptable: [...outsideConstraint, 'SerializationException'],
    insert: (policy) => withRawSid(policy, 'a\ud800'),
  },
  character('character-byte-order-mark', 'U+FEFF precedes the policy.', ({ text }) => `\ufeff${text}`),
  character('character-nul', 'A NUL follows the policy.', ({ text }) => `${text}\u0000`),
  character('character-u0008', 'U+0008, below the tab, follows the policy.', ({ text }) => `${text}\u0008`),
  character(
    'character-u000b',
    'U+000B, between line feed and carriage return, follows the policy.',
    ({ text }) => `${text}\u000b`,
  ),
  withSetPicks(
    character(
      'character-control',
      'A control character below the space follows the policy.',
      ({ text }, pick) => text + drawn('\u0001', (number) => String.fromCharCode(0x0e + (number % 0x12)))(pick),
    ),
  ),
  character('character-u000c', 'A form feed follows the policy.', ({ text }) => `${text}\u000c`),
  character('character-u001f', 'U+001F, below the space, follows the policy.', ({ text }) => `${text}\u001f`),

  notJson('words', 'The policy is a sentence.', () => 'this is not a policy'),
  notJson('white-space', 'The policy is white space.', () => ' \n\t'),
  notJson('one-character', 'The policy is a single character.', (_policy, pick) => '{["0 }'.charAt(pick % 6)),
  notJson('file-path', 'The policy is a file path, as a command line accepts it.', () => 'policy.json'),
  notJson('file-url', 'The policy is a file URL, as the AWS CLI accepts it.', () => 'file://policy.json'),
  notJson('percent-encoded', 'The policy is percent-encoded.', ({ text }) => outsideTokens(text, encodeURIComponent)),
  truncated('after-an-opening-brace', 'after an opening brace', /\{/),
  truncated('in-a-key', 'in the middle of a key', /"Vers/),
  truncated('after-a-key', 'after a key', /"Version"/),
  truncated('after-a-colon', 'after a colon', /"Version":/),
  truncated('in-a-string', 'in the middle of a string', /"2012-/),
  truncated('after-a-comma', 'after a comma', /"2012-10-17",/),
  truncated('after-an-opening-bracket', 'after an opening bracket', /"Statement":\[/),
  notJson('truncated-in-an-escape', 'The policy ends in the middle of an escape.', ({ text }) =>
    text.replace(/"Sid":[\s\S]*$/, () => String.raw`"Sid":"a\u00`),
  ),
  notJson('truncated-before-the-last-brace', 'The last brace is missing.', ({ text }) => text.slice(0, -1)),
  notJson('truncated', 'The end of the policy is missing.', ({ text }, pick) =>
    text.slice(0, 1 + (pick % (text.length - 1))),
  ),
  notJson('array', 'The policy is a JSON array.', ({ text }) => `[${text}]`),
  notJson('string', 'The policy is a JSON string.', ({ text }) => JSON.stringify(text)),
  withSetPicks(
    notJson('number', 'The policy is a JSON number.', (_policy, pick) =>
      drawn('42', (number) => String(number - 1_000_000))(pick),
    ),
  ),
  notJson('big-number', 'The policy is a number of 400 digits.', () => '9'.repeat(400)),
  notJson('nested-arrays', 'The policy is an array nested 1000 deep.', () => '['.repeat(1_000) + ']'.repeat(1_000)),
  notJson('null', 'The policy is JSON null.', () => 'null'),
  notJson('true', 'The policy is JSON true.', () => 'true'),
  notJson('empty-object', 'The policy is an empty JSON object.', () => '{}'),

  malformedJson('trailing-comma', 'A comma follows the last member.', ({ text }) => `${text.slice(0, -1)},}`),
  malformedJsonAt(
    'trailing-comma-within',
    'A comma follows the last item of a list or object.',
    /(?<=")[\]}]/g,
    (end) => `,${end}`,
  ),
  malformedJsonAt('missing-comma', 'A comma between two members is missing.', /(?<="),(?=")/g, () => ''),
  malformedJsonAt('no-break-space', 'A no-break space separates two tokens.', /(?<="):(?=["{[])/g, () => ':\u00a0'),
  malformedJson('trailing-brace', 'A second brace closes the policy.', ({ text }) => `${text}}`),
  malformedJson('two-documents', 'The policy is repeated.', ({ text }) => `${text}${text}`),
  malformedJson('line-comment', 'A comment precedes the policy.', ({ text }) => `// policy\n${text}`),
  malformedJson('block-comment', 'A comment follows the policy.', ({ text }) => `${text}/* policy */`),
  malformedJson('single-quotes', 'Single quotes replace double quotes.', ({ text }) => text.replaceAll('"', "'")),
  malformedJsonAt(
    'unquoted-key',
    'A key has no quotes.',
    /"(Version|Statement|Sid|Effect|Principal|Action|Resource)"(?=:)/g,
    (key) => key.slice(1, -1),
  ),
  malformedJson(
    'byte-order-mark-bytes',
    'The bytes of a byte order mark precede the policy as characters.',
    ({ text }) => `\u00ef\u00bb\u00bf${text}`,
  ),
  malformedJson('tab-in-string', 'A Sid contains a raw tab.', (policy) => withRawSid(policy, 'a\tb')),
  malformedJson('line-feed-in-string', 'A Sid contains a raw line feed.', (policy) => withRawSid(policy, 'a\nb')),
  malformedJson('carriage-return-in-string', 'A Sid contains a raw carriage return.', (policy) =>
    withRawSid(policy, 'a\rb'),
  ),
  malformedJson('bad-unicode-escape', 'A Sid contains an escape whose digits are not hexadecimal.', (policy) =>
    withRawSid(policy, String.raw`a\u00g1`),
  ),
  withSetPicks(
    malformedJson('bad-escape', 'A Sid contains an escape that JSON does not define.', (policy, pick) =>
      withRawSid(policy, `a\\${drawn('x41', ['a', 'v', '0', "'", 'U0041', ' '])(pick)}`),
    ),
  ),
];

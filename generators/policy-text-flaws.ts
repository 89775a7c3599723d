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
import { standingForSet, withRawSid, withSid } from './insert-flaw.js';
import { excessiveLengths } from './policy-lengths.js';

const outsideConstraint: Answers = ['ValidationException', 'InvalidPolicyException', 'RequestEntityTooLargeException'];
const notAPolicy: Answers = ['InvalidPolicyException', 'ValidationException'];

type Plant = PolicyFlaw['plant'];

function character(id: string, summary: string, plant: Plant): PolicyFlaw {
  return { id: `policy/${id}`, summary, requirement: 'POL-03', acceptable: outsideConstraint, plant };
}

function notJson(id: string, summary: string, plant: Plant): PolicyFlaw {
  return { id: `policy/${id}`, summary, requirement: 'POL-05', acceptable: notAPolicy, plant };
}

function nearlyJson(id: string, summary: string, plant: Plant): PolicyFlaw {
  return { id: `policy/${id}`, summary, requirement: 'POL-06', acceptable: notAPolicy, plant };
}

/** A Sid with one character of a set, or of several code units, that stays as it is. */
function sidWith(id: string, summary: string, text: Drawn<string>): PolicyFlaw {
  return standingForSet(character(id, summary, (policy, pick) => withSid(policy, `a${text(pick)}`)));
}

/** The same text with something else in the place of one of several matches: the first, or any. */
function replacedAt(text: string, pattern: RegExp, replacement: (match: string) => string, pick: number): string {
  const matches = [...text.matchAll(pattern)];
  const match = matches[Math.floor(pick / 2) % matches.length];
  if (match === undefined) return text;
  return text.slice(0, match.index) + replacement(match[0]) + text.slice(match.index + match[0].length);
}

/** Small faults that may stand in any of several places, which the pick chooses. */
function nearlyJsonAt(
  id: string,
  summary: string,
  pattern: RegExp,
  replacement: (match: string) => string,
): PolicyFlaw {
  return standingForSet(nearlyJson(id, summary, ({ text }, pick) => replacedAt(text, pattern, replacement, pick)));
}

/** Changes a text, but not the tokens in it: the rest of what is put stands for a policy of the CA at hand. */
function outsideTokens(text: string, change: (piece: string) => string): string {
  return text
    .split(/(\{\{[^{}]*\}\})/)
    .map((piece, index) => (index % 2 === 1 ? piece : change(piece)))
    .join('');
}

/** The text up to the end of the first match. */
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
      plant: () => '',
    },
    ...excessiveLengths(constraints),
    ...textFlaws,
  ];
}

const textFlaws: readonly PolicyFlaw[] = [
  character('character-u0100', 'A Sid holds U+0100, the first character above the range.', (policy) =>
    withSid(policy, 'a\u0100'),
  ),
  sidWith(
    'character-euro',
    'A Sid holds a character above the range.',
    drawn('\u20ac', (number) => String.fromCodePoint(0x101 + (number % 0xd000))),
  ),
  sidWith(
    'character-emoji',
    'A Sid holds a character outside the basic plane.',
    drawn('\u{1f512}', (number) => String.fromCodePoint(0x1_0000 + (number % 0x1_0000))),
  ),
  {
    id: 'policy/character-lone-surrogate',
    summary: 'A Sid holds half of a surrogate pair.',
    requirement: 'POL-03',
    // No Unicode text can hold it, so that the body of the request may not be readable at all (WIRE-10).
    acceptable: [...outsideConstraint, 'SerializationException'],
    plant: (policy) => withRawSid(policy, 'a\ud800'),
  },
  character('character-byte-order-mark', 'U+FEFF precedes the policy.', ({ text }) => `\ufeff${text}`),
  character('character-nul', 'A NUL follows the policy.', ({ text }) => `${text}\u0000`),
  character('character-u0008', 'U+0008, below the tab, follows the policy.', ({ text }) => `${text}\u0008`),
  character(
    'character-u000b',
    'U+000B, between line feed and carriage return, follows the policy.',
    ({ text }) => `${text}\u000b`,
  ),
  standingForSet(
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
  notJson('file-path', 'The policy is the path of a file, as the command line takes it.', () => 'policy.json'),
  notJson('file-url', 'The policy is the URL of a file, as the command line takes it.', () => 'file://policy.json'),
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
  standingForSet(
    notJson('number', 'The policy is a JSON number.', (_policy, pick) =>
      drawn('42', (number) => String(number - 1_000_000))(pick),
    ),
  ),
  notJson('big-number', 'The policy is a number of 400 digits.', () => '9'.repeat(400)),
  notJson('nested-arrays', 'The policy is an array, 1000 deep.', () => '['.repeat(1_000) + ']'.repeat(1_000)),
  notJson('null', 'The policy is the JSON null.', () => 'null'),
  notJson('true', 'The policy is the JSON true.', () => 'true'),
  notJson('empty-object', 'The policy is an empty JSON object.', () => '{}'),

  nearlyJson('trailing-comma', 'A comma follows the last member.', ({ text }) => `${text.slice(0, -1)},}`),
  nearlyJsonAt(
    'trailing-comma-within',
    'A comma follows the last item of a list or object.',
    /(?<=")[\]}]/g,
    (end) => `,${end}`,
  ),
  nearlyJsonAt('missing-comma', 'A comma between two members is missing.', /(?<="),(?=")/g, () => ''),
  nearlyJsonAt('no-break-space', 'A no-break space stands between two tokens.', /(?<="):(?=["{[])/g, () => ':\u00a0'),
  nearlyJson('trailing-brace', 'A second brace closes the policy.', ({ text }) => `${text}}`),
  nearlyJson('two-documents', 'The policy stands there twice.', ({ text }) => `${text}${text}`),
  nearlyJson('line-comment', 'A comment precedes the policy.', ({ text }) => `// policy\n${text}`),
  nearlyJson('block-comment', 'A comment follows the policy.', ({ text }) => `${text}/* policy */`),
  nearlyJson('single-quotes', 'Single quotes stand for double quotes.', ({ text }) => text.replaceAll('"', "'")),
  nearlyJsonAt(
    'unquoted-key',
    'A key has no quotes.',
    /"(Version|Statement|Sid|Effect|Principal|Action|Resource)"(?=:)/g,
    (key) => key.slice(1, -1),
  ),
  nearlyJson(
    'byte-order-mark-bytes',
    'The bytes of a byte order mark precede the policy as characters.',
    ({ text }) => `\u00ef\u00bb\u00bf${text}`,
  ),
  nearlyJson('tab-in-string', 'A Sid holds a raw tab.', (policy) => withRawSid(policy, 'a\tb')),
  nearlyJson('line-feed-in-string', 'A Sid holds a raw line feed.', (policy) => withRawSid(policy, 'a\nb')),
  nearlyJson('carriage-return-in-string', 'A Sid holds a raw carriage return.', (policy) => withRawSid(policy, 'a\rb')),
  nearlyJson('bad-unicode-escape', 'A Sid holds an escape whose digits are not hexadecimal.', (policy) =>
    withRawSid(policy, String.raw`a\u00g1`),
  ),
  standingForSet(
    nearlyJson('bad-escape', 'A Sid holds an escape that JSON does not know.', (policy, pick) =>
      withRawSid(policy, `a\\${drawn('x41', ['a', 'v', '0', "'", 'U0041', ' '])(pick)}`),
    ),
  ),
];

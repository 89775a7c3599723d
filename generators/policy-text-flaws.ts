// The table of flaws in a Policy as a string: length, characters, JSON.
//
//   length  1..81920 characters
//   pattern [\u0009\u000A\u000D\u0020-\u00FF]+
//   JSON    https://www.rfc-editor.org/rfc/rfc8259, an object
//
// Source: https://docs.aws.amazon.com/privateca/latest/APIReference/API_PutPolicy.html

import type { Constraints } from '../harness/api/constraints.js';
import type { Answers, PlantedPolicy, PolicyFlaw } from './flaw.js';

const outsideConstraint: Answers = ['ValidationException', 'InvalidPolicyException', 'RequestEntityTooLargeException'];
const notAPolicy: Answers = ['InvalidPolicyException', 'ValidationException'];

type Plant = PolicyFlaw['plant'];

function length(id: string, summary: string, plant: Plant): PolicyFlaw {
  return { id: `policy/${id}`, summary, requirement: 'POL-02', acceptable: outsideConstraint, plant };
}

function character(id: string, summary: string, plant: Plant): PolicyFlaw {
  return { id: `policy/${id}`, summary, requirement: 'POL-03', acceptable: outsideConstraint, plant };
}

function notJson(id: string, summary: string, plant: Plant): PolicyFlaw {
  return { id: `policy/${id}`, summary, requirement: 'POL-05', acceptable: notAPolicy, plant };
}

function nearlyJson(id: string, summary: string, plant: Plant): PolicyFlaw {
  return { id: `policy/${id}`, summary, requirement: 'POL-06', acceptable: notAPolicy, plant };
}

/** The policy with a text in place of its first Sid. */
function withSid({ draft, statements }: PlantedPolicy, sid: string): string {
  if (statements[0] !== undefined) statements[0]['Sid'] = sid;
  return JSON.stringify(draft);
}

/** The same where JSON.stringify would escape the character. */
function withRawSid(policy: PlantedPolicy, sid: string): string {
  return withSid(policy, 'SidGoesHere').replace('SidGoesHere', () => sid);
}

/** The table for one revision of the service model. */
export function policyTextFlaws({ policy: { maxLength } }: Constraints): readonly PolicyFlaw[] {
  const tooLong = maxLength + 1;
  return [
    length('empty', 'The policy is the empty string.', () => ''),
    length(
      'one-character-too-long',
      'Spaces lengthen the policy beyond the limit.',
      ({ text }) => `${text}{{fill:20:${tooLong}}}`,
    ),
    length('sid-too-long', 'A Sid lengthens the policy beyond the limit.', (policy) =>
      withSid(policy, `{{fill:61:${tooLong}}}`),
    ),
    length(
      'far-too-long',
      'Spaces lengthen the policy to twice the limit.',
      ({ text }) => `${text}{{fill:20:${2 * tooLong}}}`,
    ),

    character('character-u0100', 'A Sid holds U+0100, the first character above the range.', (policy) =>
      withSid(policy, 'a\u0100'),
    ),
    character('character-euro', 'A Sid holds U+20AC.', (policy) => withSid(policy, 'a\u20ac')),
    character('character-emoji', 'A Sid holds a character outside the basic plane.', (policy) =>
      withSid(policy, 'a\u{1f512}'),
    ),
    character('character-byte-order-mark', 'U+FEFF precedes the policy.', ({ text }) => `\ufeff${text}`),
    character('character-nul', 'A NUL follows the policy.', ({ text }) => `${text}\u0000`),
    character('character-u0008', 'U+0008, below the tab, follows the policy.', ({ text }) => `${text}\u0008`),
    character(
      'character-u000b',
      'U+000B, between line feed and carriage return, follows the policy.',
      ({ text }) => `${text}\u000b`,
    ),
    character('character-u000c', 'A form feed follows the policy.', ({ text }) => `${text}\u000c`),
    character('character-u001f', 'U+001F, below the space, follows the policy.', ({ text }) => `${text}\u001f`),

    notJson('words', 'The policy is a sentence.', () => 'this is not a policy'),
    notJson('white-space', 'The policy is white space.', () => ' \n\t'),
    notJson('truncated', 'The end of the policy is missing.', ({ text }, pick) =>
      text.slice(0, 1 + (pick % (text.length - 1))),
    ),
    notJson('array', 'The policy is a JSON array.', ({ text }) => `[${text}]`),
    notJson('string', 'The policy is a JSON string.', ({ text }) => JSON.stringify(text)),
    notJson('number', 'The policy is a JSON number.', () => '42'),
    notJson('null', 'The policy is the JSON null.', () => 'null'),
    notJson('true', 'The policy is the JSON true.', () => 'true'),
    notJson('empty-object', 'The policy is an empty JSON object.', () => '{}'),

    nearlyJson('trailing-comma', 'A comma follows the last member.', ({ text }) => `${text.slice(0, -1)},}`),
    nearlyJson('trailing-brace', 'A second brace closes the policy.', ({ text }) => `${text}}`),
    nearlyJson('two-documents', 'The policy stands there twice.', ({ text }) => `${text}${text}`),
    nearlyJson('line-comment', 'A comment precedes the policy.', ({ text }) => `// policy\n${text}`),
    nearlyJson('block-comment', 'A comment follows the policy.', ({ text }) => `${text}/* policy */`),
    nearlyJson('single-quotes', 'Single quotes stand for double quotes.', ({ text }) => text.replaceAll('"', "'")),
    nearlyJson('unquoted-key', 'A key has no quotes.', ({ text }) => text.replace('"Version"', 'Version')),
    nearlyJson(
      'byte-order-mark-bytes',
      'The bytes of a byte order mark precede the policy as characters.',
      ({ text }) => `\u00ef\u00bb\u00bf${text}`,
    ),
    nearlyJson('tab-in-string', 'A Sid holds a raw tab.', (policy) => withRawSid(policy, 'a\tb')),
    nearlyJson('bad-escape', 'A Sid holds an escape that JSON does not know.', (policy) =>
      withRawSid(policy, String.raw`a\x41`),
    ),
  ];
}

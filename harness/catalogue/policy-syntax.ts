// Requirements on Policy as a string and as JSON, regardless of its content.
import type { Requirement } from './requirement.js';

/** POL-01 to POL-08: length, characters and JSON syntax of Policy. */
export const policySyntax = {
  'POL-01': {
    operations: ['PutPolicy'],
    level: 'must',
    evidence: 'documented',
    statement:
      'Policy has 1 to 81920 characters. A policy that is padded to 20480 characters, which every revision of the model allows, does not get ValidationException; a later layer may reject it with InvalidPolicyException.',
    sources: ['S1', 'S30'],
    unknown:
      'Whether a policy that is acceptable otherwise is accepted at that length, and whether one element of it, such as a Sid, may be as long as the whole may be.',
  },
  'POL-02': {
    operations: ['PutPolicy'],
    level: 'any-of',
    evidence: 'observed-sibling',
    statement: 'An empty Policy, and one of more than 81920 characters, is rejected.',
    answers: ['ValidationException', 'InvalidPolicyException', 'RequestEntityTooLargeException'],
    sources: ['S1', 'S11', 'O12'],
  },
  'POL-03': {
    operations: ['PutPolicy'],
    level: 'any-of',
    evidence: 'observed-sibling',
    statement:
      'Policy consists of tab, line feed, carriage return and U+0020 to U+00FF; any other character is rejected, by the pattern or as an invalid policy. A JSON escape of such a character is plain ASCII on the wire and passes. SerializationException is acceptable for a lone surrogate, which is not valid Unicode.',
    answers: [
      'ValidationException',
      'InvalidPolicyException',
      'RequestEntityTooLargeException',
      'SerializationException',
    ],
    sources: ['S1', 'S11', 'O12', 'P2'],
    unknown:
      'Whether the pattern is anchored. That it is, is inferred: the model writes no anchors, and a pattern of Smithy adds none.',
  },
  'POL-04': {
    operations: ['PutPolicy'],
    level: 'any-of',
    evidence: 'ambiguous',
    statement:
      'A Policy of 20481 to 81920 characters that is otherwise acceptable, such as one padded with spaces, may be accepted or rejected.',
    answers: ['Success', 'InvalidPolicyException', 'ValidationException'],
    sources: ['S1', 'S30', 'I1'],
    unknown: 'Whether white space counts, and whether RAM sets a lower limit.',
  },
  'POL-05': {
    operations: ['PutPolicy'],
    level: 'must',
    evidence: 'documented',
    statement:
      'A Policy that is not JSON, that is JSON but not an object, or that is an empty object is rejected as an invalid policy.',
    answers: ['InvalidPolicyException', 'ValidationException'],
    sources: ['S1'],
    unknown: 'No answer of the live service to malformed JSON has been published.',
  },
  'POL-06': {
    operations: ['PutPolicy'],
    level: 'any-of',
    evidence: 'inferred',
    statement:
      'Text that only lenient parsers read is rejected like any text that is not JSON: a byte order mark, a trailing comma, a comment, single quotes, or anything after the document.',
    answers: ['InvalidPolicyException', 'ValidationException'],
    sources: ['S1'],
  },
  'POL-07': {
    operations: ['PutPolicy'],
    level: 'any-of',
    evidence: 'ambiguous',
    statement:
      'A key that occurs twice in one JSON object is forbidden by the IAM grammar. Such a document is rejected, as an invalid policy or as unreadable, or accepted with one of the values in effect.',
    answers: ['InvalidPolicyException', 'ValidationException', 'Success'],
    sources: ['I1'],
  },
  'POL-08': {
    operations: ['PutPolicy'],
    level: 'must',
    evidence: 'observed',
    statement:
      'White space between and after the tokens and the order of keys have no influence on whether a policy is accepted. White space before the first brace may be rejected with InvalidPolicyException or ValidationException, as the parser of IAM rejects it.',
    answers: ['Success'],
    sources: ['O1', 'O2', 'O3', 'O33'],
    unknown:
      'Whether white space before the policy is accepted, and letters that are written as JSON escapes like the letters themselves.',
  },
} as const satisfies Record<string, Requirement>;

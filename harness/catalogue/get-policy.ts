// Requirements on GetPolicy beyond its input.
import type { Requirement } from './requirement.js';

/** GP: the returned policy, and the answer if there is none. */
export const getPolicy = {
  'GP-01': {
    operations: ['GetPolicy'],
    level: 'must',
    evidence: 'documented',
    statement:
      'GetPolicy on a CA without a policy answers ResourceNotFoundException. The text in a record of CloudTrail is "Could not find policy for resource <CA ARN>.", with the full stop.',
    answers: ['ResourceNotFoundException'],
    sources: ['S2', 'S23'],
  },
  'GP-02': {
    operations: ['GetPolicy'],
    level: 'must',
    evidence: 'documented',
    statement:
      'GetPolicy on a CA that does not exist answers ResourceNotFoundException, the same error as for a missing policy.',
    answers: ['ResourceNotFoundException'],
    sources: ['S2'],
    unknown: 'The text of the error.',
    judgedThrough: ['ARN-04'],
  },
  'GP-03': {
    operations: ['PutPolicy', 'GetPolicy'],
    level: 'must',
    evidence: 'observed-derived',
    statement:
      'After PutPolicy, GetPolicy returns a document equivalent in IAM to the one put, Sids included. What counts as equal is what the comparison behind the live test takes for equal (GP-04); a known element that disappears, a changed value and another Effect are not.',
    answers: ['Success'],
    sources: ['O1', 'O2', 'O3', 'O4', 'O5', 'O32'],
  },
  'GP-04': {
    operations: ['GetPolicy'],
    level: 'any-of',
    evidence: 'ambiguous',
    statement:
      'The document read back may differ from the one put in key order and white space, account id against root ARN in any partition, string against array of one, order within arrays, numbers and booleans against their strings, and the case of actions and condition keys. Unknown elements, and a Sid or Id without characters, may disappear. Tolerated and noted are "*" against {"AWS":"*"}, an added Version 2008-10-17 if there was none, an empty Condition that disappears, an Effect in another case, and another order of statements.',
    sources: ['I4', 'I5', 'I7', 'I8', 'O2', 'O32'],
    unknown: 'Whether the text is kept byte for byte, and whether an account id becomes a root ARN.',
    judgedThrough: ['GP-03'],
  },
  'GP-05': {
    operations: ['GetPolicy'],
    level: 'must',
    evidence: 'documented',
    statement:
      'The Policy that GetPolicy returns is a JSON document of 1 to 81920 characters, each of them tab, line feed, carriage return or U+0020 to U+00FF.',
    answers: ['Success'],
    sources: ['S2'],
  },
  'GP-06': {
    operations: ['GetPolicy'],
    level: 'must',
    evidence: 'documented',
    statement:
      'Of the exceptions of the service, GetPolicy gives only InvalidArnException, InvalidStateException, RequestFailedException and ResourceNotFoundException. The errors common to all operations come on top.',
    sources: ['S2', 'S4', 'S30'],
  },
  'GP-07': {
    operations: ['PutPolicy', 'GetPolicy', 'DeletePolicy'],
    level: 'any-of',
    evidence: 'inferred',
    statement:
      'GetPolicy changes nothing, and a PutPolicy or DeletePolicy that fails leaves the answer of GetPolicy as it was.',
    sources: [],
  },
  'GP-08': {
    operations: ['GetPolicy'],
    level: 'must',
    evidence: 'observed',
    statement: 'GetPolicy shows the policy that RAM attached for a share.',
    answers: ['Success'],
    sources: ['S1', 'O19'],
    unjudged: { verdict: 'not-testable', reason: 'needs RAM sharing' },
  },
  'GP-09': {
    operations: ['GetPolicy'],
    level: 'note',
    evidence: 'inferred',
    statement:
      'An account with which a CA is shared cannot call GetPolicy on it, since the actions that can be shared do not include it.',
    answers: ['AccessDeniedException'],
    sources: ['S7'],
    judgedThrough: ['AUTH-05'],
  },
} as const satisfies Record<string, Requirement>;

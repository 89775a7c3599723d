// Requirements on overlapping calls and on the delay until a write shows.
import type { Requirement } from './requirement.js';

/** CC: consistency and concurrency. */
export const concurrency = {
  'CC-01': {
    operations: ['PutPolicy', 'GetPolicy', 'DeletePolicy'],
    level: 'any-of',
    evidence: 'ambiguous',
    statement:
      'No text promises that a read shows the write before it. A provider reads at once and passes, so it usually does; a check allows a bound. Within the bound a read may show any value that was current within the bound before it, and a reader that sees an older value than before is noted. After it all readers agree on a permitted value, and no value is ever read that was not written.',
    sources: ['O1', 'O2'],
    unknown: 'The consistency model.',
  },
  'CC-02': {
    operations: ['PutPolicy', 'DeletePolicy'],
    level: 'any-of',
    evidence: 'ambiguous',
    statement:
      'Of overlapping writes to one CA each succeeds or is rejected temporarily, and the final state is the effect of one that succeeded. Overlaps that repeatedly get a server error or no answer, if the same calls in sequence succeed, are not acceptable.',
    answers: ['Success', 'ConcurrentModificationException', 'ThrottlingException'],
    sources: ['S1', 'S3'],
    unknown: 'No live report of ConcurrentModificationException on these operations has been published.',
  },
  'CC-03': {
    operations: [],
    level: 'must',
    evidence: 'observed',
    statement:
      'A share in RAM takes effect on the policy with a delay. A live test waits another 60 seconds after the association before it issues across accounts.',
    sources: ['O18'],
    unjudged: { verdict: 'not-testable', reason: 'needs RAM sharing with a second account' },
  },
  'CC-04': {
    operations: ['PutPolicy', 'DeletePolicy'],
    level: 'note',
    evidence: 'inferred',
    statement:
      'A call that got ConcurrentModificationException can be repeated. botocore does not do so by itself, so the caller must: the suite resends it for a bounded time, unless calls overlap on purpose.',
    sources: [],
    // An idle CA must not return it, so a repeated call on an idle CA must not get it either.
    judgedThrough: ['CC-02'],
  },
} as const satisfies Record<string, Requirement>;

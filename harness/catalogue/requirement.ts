// The shape of one documented statement about the API.

/** The three operations under test. */
export type PolicyOperationName = 'PutPolicy' | 'GetPolicy' | 'DeletePolicy';

/**
 * What a wrong answer does to a target: `must` fails it, `any-of` fails it only outside the set of acceptable
 * answers, `note` is reported and never fails.
 */
export type Level = 'must' | 'any-of' | 'note';

/** Where a statement comes from, from the firmest to the weakest. */
export type Evidence =
  | 'documented'
  | 'observed'
  | 'observed-derived'
  | 'observed-second-hand'
  | 'observed-sibling'
  | 'ambiguous'
  | 'inferred';

/** The answers that requirements name: `Success`, or the name of an AWS error. */
export const answers = [
  'Success',
  'AccessDeniedException',
  'ConcurrentModificationException',
  'ExpiredTokenException',
  'IncompleteSignature',
  'InvalidArnException',
  'InvalidPolicyException',
  'InvalidStateException',
  'LockoutPreventedException',
  'MalformedHttpRequestException',
  'RequestEntityTooLargeException',
  'RequestFailedException',
  'ResourceNotFoundException',
  'SerializationException',
  'ThrottlingException',
  'UnknownOperationException',
  'UnrecognizedClientException',
  'ValidationException',
] as const;

export type Answer = (typeof answers)[number];

/** One statement about the API, with the evidence that carries it. */
export interface Requirement {
  /** The operations it speaks about; empty for a fact about something else, such as a quota of RAM. */
  readonly operations: readonly PolicyOperationName[];
  readonly level: Level;
  readonly evidence: Evidence;
  /** One or two sentences in our own words, present tense. */
  readonly statement: string;
  /** Every acceptable answer, preferred first; absent where the statement is not about one answer. */
  readonly answers?: readonly [Answer, ...Answer[]];
  /** Keys of `sources`; empty only where the evidence is `inferred`. */
  readonly sources: readonly string[];
  /** What nobody has published and the suite therefore does not assert. */
  readonly unknown?: string;
  /** Requirements whose checks judge this one too, where it has none of its own. */
  readonly judgedThrough?: readonly string[];
  /** Why no check judges it: `excluded` for good, `not-testable` until a target can offer what it needs. */
  readonly unjudged?: { readonly verdict: 'excluded' | 'not-testable'; readonly reason: string };
}

// The type of a requirement: one statement about the API with its evidence.

/** The three operations under test. */
export type PolicyOperationName = 'PutPolicy' | 'GetPolicy' | 'DeletePolicy';

/**
 * What a wrong answer does to a target: `must` fails it, `any-of` fails it only outside the set of acceptable
 * answers, `note` is reported and never fails.
 */
export type Level = 'must' | 'any-of' | 'note';

/** The kinds of evidence of a statement, from the strongest to the weakest. */
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
  'InvalidClientTokenId',
  'InvalidPolicyException',
  'InvalidSignatureException',
  'InvalidStateException',
  'LockoutPreventedException',
  'MalformedHttpRequestException',
  'MissingAuthenticationToken',
  'RequestEntityTooLargeException',
  'RequestFailedException',
  'ResourceNotFoundException',
  'SerializationException',
  'SignatureDoesNotMatch',
  'ThrottlingException',
  'UnknownOperationException',
  'UnrecognizedClientException',
  'ValidationException',
] as const;

export type Answer = (typeof answers)[number];

/** One statement about the API, with its evidence. */
export interface Requirement {
  /** The operations that it is about; empty for a fact about something else, such as a quota of RAM. */
  readonly operations: readonly PolicyOperationName[];
  /** The first revision of the service model that says so, as a date; every revision where absent. */
  readonly since?: string;
  readonly level: Level;
  readonly evidence: Evidence;
  /** One or two sentences in our own words, present tense. */
  readonly statement: string;
  /** Every acceptable answer, preferred first; absent if the statement is not about one answer. */
  readonly answers?: readonly [Answer, ...Answer[]];
  /** Keys of `sources`; empty only if the evidence is `inferred`. */
  readonly sources: readonly string[];
  /** What is not published and therefore not asserted. */
  readonly unknown?: string;
  /** Requirements whose checks judge this one too, if it has none of its own. */
  readonly judgedThrough?: readonly string[];
  /** Why no check judges it: `excluded` permanently, or `not-testable` until a target offers what it needs. */
  readonly unjudged?: { readonly verdict: 'excluded' | 'not-testable'; readonly reason: string };
}

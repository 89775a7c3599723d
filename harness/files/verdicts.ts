// The verdicts of a check, apart from the schema of a report, which takes long to load.

/** What a check concluded about a target. */
export const verdicts = [
  'pass',
  'fail',
  'blocked',
  'unsupported',
  'not-testable',
  'indeterminate',
  'vacuous',
  'excluded',
] as const;
export type CheckVerdict = (typeof verdicts)[number];

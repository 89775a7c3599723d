// The comparison of two targets: the programs on which they differ, as `diff --json` prints them.

import { z } from 'zod';

const call = z.strictObject({
  operation: z.string(),
  /** The members as generated: `{{ca0.arn}}` stands for the ARN of the first CA. */
  input: z.record(z.string(), z.unknown()),
  left: z.string(),
  right: z.string(),
});

const difference = z.strictObject({
  /** The input class. */
  inputClass: z.string(),
  /** The shrunk calls, in order; the last one is answered differently. */
  program: z.array(call),
  /** The difference between two policies that were read. */
  policies: z.array(z.string()),
  /** Whether the evidence allows the answers of each side; `unknown` if the oracle could not be asked. */
  judged: z.strictObject({
    left: z.enum(['conforms', 'violates', 'unknown']),
    right: z.enum(['conforms', 'violates', 'unknown']),
  }),
  /** The saved case, and the command lines that replay it on each side. */
  caseFile: z.string(),
  replay: z.strictObject({ left: z.string(), right: z.string() }),
});

const checkDifference = z.strictObject({
  id: z.string(),
  requirement: z.string(),
  title: z.string(),
  verdict: z.enum(['same', 'differs', 'not-compared']),
  /** Why it was not compared. */
  reason: z.string().nullable(),
  /** Cases that were run on both targets. */
  cases: z.int(),
  /** The shortest program first; one for each input class. */
  differences: z.array(difference),
});

export const diffSchema = z.strictObject({
  schema: z.literal('pca-conformance/diff/1'),
  suite: z.strictObject({ name: z.string(), version: z.string() }),
  run: z.strictObject({
    seed: z.int(),
    profile: z.enum(['smoke', 'ci', 'nightly']),
    filters: z.array(z.string()),
    calls: z.strictObject({ left: z.int(), right: z.int() }),
    durationMs: z.int(),
    /** Why the run ended before its last check. */
    stopped: z.string().nullable(),
  }),
  left: z.string(),
  right: z.string(),
  checks: z.array(checkDifference),
  /** CAs that were not removed. */
  leftovers: z.array(z.strictObject({ side: z.enum(['left', 'right']), arn: z.string(), reason: z.string() })),
  exit: z.strictObject({ code: z.int(), reason: z.string() }),
});

export type DiffReport = z.infer<typeof diffSchema>;
export type CheckDifference = z.infer<typeof checkDifference>;
export type Difference = z.infer<typeof difference>;

// The result of the selftest: how well the suite distinguishes faulty services from conforming ones.

import { z } from 'zod';

const mutantOutcomes = ['killed', 'killed at times', 'killed by another check', 'vacuous', 'survived'] as const;

const mutantReport = z.strictObject({
  id: z.string(),
  fault: z.string(),
  breaks: z.string(),
  /** The check that must notice. */
  killedBy: z.string(),
  isControl: z.boolean(),
  outcome: z.enum(mutantOutcomes),
  /** In what share of the seeds the named check noticed. */
  probability: z.number(),
  /** Median over the seeds in which it did; null if it never did. */
  callsToKill: z.number().nullable(),
  /** The input classes of the named check that noticed first, in any seed. */
  inputClasses: z.array(z.string()),
  /** If the named check did not notice it: the checks that did. */
  others: z.array(z.string()),
  /**
   * Everything that notices it in profile smoke with seed 1: `check: input class`. Null for faults of overlapping calls,
   * where one class of schedules notices every fault of its kind.
   */
  noticedBy: z.array(z.string()).nullable(),
  /** The requirements of the checks that notice it so: those that a run reports as failed. Null as above. */
  requirements: z.array(z.string()).nullable(),
  /** Earlier mutants that are noticed by exactly the same, so that this one adds nothing. */
  sameAs: z.array(z.string()),
});

/** The variants that a conforming service combines. */
const judgedConforming = {
  /** False alarms: `check: input class`. */
  failures: z.array(z.string()),
  /** Checks that did not observe enough, and why. */
  unobserved: z.array(z.string()),
  /** All calls, and how many of them were sent again because they had been refused for their rate. */
  calls: z.int(),
  throttled: z.int(),
};

const variantReport = z.strictObject({
  id: z.string(),
  freedom: z.string(),
  permittedBy: z.string(),
  ...judgedConforming,
});

const combinationReport = z.strictObject({
  /** The ids of the variants, the first nearest to the reference service. */
  variants: z.array(z.string()),
  ...judgedConforming,
});

/** How many requirements one fault fails: the fewer, the better faults are distinguished. */
const spreadReport = z.strictObject({
  /** Over the mutants of single calls; null if there are none. */
  median: z.number().nullable(),
  /** The ten that fail most, the worst first. */
  worst: z.array(z.strictObject({ id: z.string(), requirements: z.array(z.string()) })),
});

export const selftestSchema = z.strictObject({
  schema: z.literal('pca-conformance/selftest/3'),
  suite: z.strictObject({ name: z.string(), version: z.string() }),
  profile: z.enum(['smoke', 'ci', 'nightly']),
  /** How many seeds each mutant was judged with, from 1 on. */
  seeds: z.int(),
  /** The seed of variants and combinations. */
  seed: z.int(),
  durationMs: z.int(),
  mutants: z.array(mutantReport),
  /** How many of the mutants of single calls can be distinguished by what notices them. */
  distinct: z.int(),
  spread: spreadReport,
  variants: z.array(variantReport),
  combinations: z.array(combinationReport),
  /** Mutants that were also judged over HTTP, and whether the named check noticed there. */
  overHttp: z.array(z.strictObject({ id: z.string(), killed: z.boolean() })),
  /** Whether a control survived, so that the other results are meaningless. */
  isVoid: z.boolean(),
  exit: z.strictObject({ code: z.int(), reason: z.string() }),
});

export type MutantReport = z.infer<typeof mutantReport>;
export type VariantReport = z.infer<typeof variantReport>;
export type CombinationReport = z.infer<typeof combinationReport>;
export type SelftestReport = z.infer<typeof selftestSchema>;

// The report value: what every renderer renders and what `results.json` holds.
// This folder holds the formats of the files that are written and read, with their schemas.

import { z } from 'zod';
import { protocols } from '../api/protocol.js';
import { exchangeSchema } from './exchange.js';
import { releaseSchema } from './release.js';
import { verdicts } from './verdicts.js';
import { principalNames } from '../api/principal.js';
import { modelRevisions } from '../api/service-model.js';

const callReport = z.strictObject({
  role: z.enum(['control', 'subject']),
  operation: z.string(),
  /** The protocol of the call; JSON unless stated. */
  protocol: z.enum(protocols).optional(),
  /** The principal that made it, if not the owner of the CAs. */
  as: z.enum(principalNames).optional(),
  /** The members as generated: `{{ca0.arn}}` stands for the ARN of the first CA. */
  input: z.record(z.string(), z.unknown()),
  answer: z.string(),
  /** The policy in the answer, with the same tokens; cut if it is longer than any policy may be. */
  returned: z.string().optional(),
  /** What went over the wire, with `--trace`; the middle of long bodies is left out. */
  exchange: exchangeSchema.optional(),
});

/** A drawing of overlapping calls by columns: two calls overlap if they share one. */
const historyReport = z.strictObject({
  columnCount: z.int(),
  /** By invocation. */
  calls: z.array(
    z.strictObject({
      lane: z.int(),
      label: z.string(),
      firstColumn: z.int(),
      /** Absent if no answer came. */
      lastColumn: z.int().optional(),
      isImpossible: z.boolean(),
      /** Its place in the order that explains most of the calls, from one. */
      place: z.int().optional(),
    }),
  ),
  /** What is wrong, in one sentence. */
  sentence: z.string().optional(),
});

/** The baseline entry that a failure matches. */
const knownReport = z.strictObject({
  /** `changed`: the case of the entry fails in another way than before. */
  state: z.enum(['known', 'changed']),
  reason: z.string(),
  issue: z.string().nullable(),
});

const failureReport = z.strictObject({
  /** Stable across runs: the input class, and what was answered. */
  signature: z.string(),
  inputClass: z.string(),
  guarantee: z.string(),
  /** The shrunk calls, in order; the last one is the one that was answered wrongly. */
  program: z.array(callReport),
  expected: z.array(z.string()),
  actual: z.string(),
  differences: z.array(z.string()),
  /** The accepted value, and the one edit that leads from it to the failing one. */
  control: z
    .strictObject({ operation: z.string(), input: z.record(z.string(), z.unknown()), edit: z.string() })
    .nullable(),
  /** Of calls that overlap; null for others. */
  history: historyReport.nullable(),
  replay: z.string(),
  aws: z.string(),
  curl: z.string().nullable(),
  /** Absent if the failure is not in the baseline. */
  known: knownReport.optional(),
});

const replayReport = z.strictObject({
  /** That of the entry. */
  signature: z.string(),
  outcome: z.enum(['fails', 'changed', 'passes', 'undecided']),
  /** The signature that its case has now, if it is another one. */
  found: z.string().optional(),
});

const baselineReport = z.strictObject({
  /** As the user wrote it. */
  file: z.string(),
  /** How many entries there are. */
  entries: z.int(),
  /** Checks that fail only in the ways that the baseline has. */
  knownChecks: z.int(),
  /** The entries that must be brought up to date. */
  outOfDate: z.array(
    z.strictObject({
      check: z.string(),
      signature: z.string(),
      kind: z.enum(['unexpected-pass', 'expired', 'changed']),
      words: z.string(),
    }),
  ),
});

const inputClassReport = z.strictObject({
  id: z.string(),
  /** Cases that were run, without those of shrinking. */
  cases: z.int(),
  observed: z.int(),
  /** Cases whose preconditions were not met, and values that the generator discarded. */
  rejected: z.int(),
  /** Distinct cases; at most 1,000 are distinguished. */
  distinct: z.int(),
});

const checkReport = z.strictObject({
  id: z.string(),
  requirement: z.string(),
  level: z.enum(['must', 'any-of', 'note']),
  title: z.string(),
  verdict: z.enum(verdicts),
  /** The reason, if the verdict is not about the target's answers. */
  reason: z.string().nullable(),
  /** Cases in which all preconditions of the check were met. */
  observed: z.int(),
  /** In how many of its input classes a check must have observed something. */
  required: z.int(),
  /** The result of each input class. */
  inputClasses: z.array(inputClassReport),
  notes: z.array(z.string()),
  /** Present if the check was not selected, and fails by what other checks found. */
  charged: z.literal(true).optional(),
  /** The requirements whose violations blocked input classes; absent if none was. */
  blockedBy: z.array(z.string()).optional(),
  /** One or more for each input class that failed; the first is the one that is shown. */
  failures: z.array(failureReport),
  /** The result of the cases of the baseline; absent if it has none for the check. */
  replayed: z.array(replayReport).optional(),
});

const latencyReport = z.strictObject({
  operation: z.string(),
  /** Calls that were answered. */
  calls: z.int(),
  minMs: z.number(),
  maxMs: z.number(),
  /** How many calls took longer than `upToMs` of the bucket before, and at most that of this one. */
  buckets: z.array(z.strictObject({ upToMs: z.number(), calls: z.int() })),
});

const shardReport = z.strictObject({
  /** This part, counted from 1, and how many parts there are. */
  index: z.int().min(1),
  count: z.int().min(1),
  /** The id of every row of all parts. */
  manifest: z.array(z.string()),
});

export const capabilityReport = z.strictObject({ available: z.boolean(), reason: z.string() });

export const resultsSchema = z.strictObject({
  schema: z.literal('pca-conformance/results/2'),
  suite: z.strictObject({ name: z.string(), version: z.string() }),
  requirementSet: z.strictObject({ revision: z.string(), modelRevision: z.enum(modelRevisions), checks: z.int() }),
  run: z.strictObject({
    /** Why the run ended before its last check. */
    stopped: z.string().nullable(),
    id: z.string(),
    startedAt: z.iso.datetime(),
    durationMs: z.int(),
    seed: z.int(),
    profile: z.enum(['smoke', 'ci', 'nightly']),
    level: z.enum(['must', 'any-of']),
    filters: z.array(z.string()),
    calls: z.int(),
    /** How many of them were sent again because they had been refused for their rate. */
    throttled: z.int(),
    /** Answers that said nothing of the input, and were asked for again; absent in older files. */
    transient: z.int().optional(),
    /** An upper bound of the cost of the CAs in USD; absent if they cost nothing. */
    costUsd: z.number().optional(),
    /** False if the run ended before its last check. */
    complete: z.boolean(),
    /** How long the answers took, by operation; absent if no clock ran. */
    latency: z.array(latencyReport).optional(),
    /** Absent if the run was not one part of several. */
    shard: shardReport.optional(),
  }),
  target: z.strictObject({
    name: z.string(),
    region: z.string(),
    /** The state in which the CAs of most checks were. */
    usableStatus: z.string().nullable(),
    capabilities: z.record(z.string(), capabilityReport),
    /** How many CAs remain because the target has no operation to remove them; absent if none does for that reason. */
    remaining: z.int().optional(),
  }),
  /** What was judged, in published results; absent if no registry serves it. */
  release: releaseSchema.optional(),
  summary: z.strictObject({
    /** fail / (pass + fail); null if nothing was judged. */
    divergence: z.number().nullable(),
    /** (pass + fail) / all checks of the requirement set. */
    coverage: z.number(),
    verdicts: z.record(z.enum(verdicts), z.int()),
  }),
  /** Absent if there was none. */
  baseline: baselineReport.optional(),
  checks: z.array(checkReport),
  /** Remarks for the user that change no verdict; absent if there are none. */
  remarks: z.array(z.string()).optional(),
  /** CAs that were not removed. */
  leftovers: z.array(z.strictObject({ arn: z.string(), reason: z.string(), answered: z.boolean() })),
  /** Faults of the suite itself. */
  faults: z.array(z.string()),
  exit: z.strictObject({ code: z.int(), reason: z.string() }),
});

export type CallReport = z.infer<typeof callReport>;
export type InputClassReport = z.infer<typeof inputClassReport>;
export type ReplayReport = z.infer<typeof replayReport>;
export type BaselineReport = z.infer<typeof baselineReport>;
export type FailureReport = z.infer<typeof failureReport>;
export type CheckReport = z.infer<typeof checkReport>;
export type LatencyReport = z.infer<typeof latencyReport>;
export type ShardReport = z.infer<typeof shardReport>;
export type CapabilityReport = z.infer<typeof capabilityReport>;
export type Report = z.infer<typeof resultsSchema>;

// One line of `events.ndjson`: something that happened in a run, written at that moment.

import { z } from 'zod';
import { protocols } from '../api/protocol.js';
import { scheduleSchema } from './case-file.js';
import { capabilityReport } from './report.js';
import { runPhases } from './run-phases.js';
import { verdicts } from './verdicts.js';

const call = z.strictObject({
  kind: z.string(),
  input: z.record(z.string(), z.unknown()),
  /** The protocol of the call; JSON unless stated. */
  protocol: z.enum(protocols).optional(),
});
const leftover = z.strictObject({ arn: z.string(), reason: z.string(), answered: z.boolean() });

export const runEventSchema = z.discriminatedUnion('event', [
  /** A file in `cases/` that is not a case. */
  z.strictObject({ event: z.literal('case-file-skipped'), path: z.string(), problem: z.string() }),
  z.strictObject({
    event: z.literal('run-started'),
    runId: z.string(),
    target: z.string(),
    seed: z.int(),
    profile: z.enum(['smoke', 'ci', 'nightly']),
    /** What else decides the cases and the verdicts: the version of the suite, and options by name. */
    settings: z.record(z.string(), z.union([z.string(), z.int()])),
  }),
  /** From here on another process continued the run. */
  z.strictObject({ event: z.literal('run-resumed'), runId: z.string() }),
  z.strictObject({
    event: z.literal('probed'),
    usableStatus: z.enum(['PENDING_CERTIFICATE', 'ACTIVE']),
    /** The protocols in which the operations are called. */
    protocols: z.array(z.enum(protocols)).optional(),
    capabilities: z.record(z.string(), capabilityReport),
  }),
  z.strictObject({ event: z.literal('run-stopped'), reason: z.string() }),
  z.strictObject({ event: z.literal('ca-created'), arn: z.string() }),
  z.strictObject({ event: z.enum(['ca-removed', 'ca-left-over']), arn: z.string(), detail: z.string() }),
  z.strictObject({
    event: z.literal('case'),
    check: z.string(),
    phase: z.string(),
    inputClass: z.string(),
    /** Whether the case was made to find a shorter failing one. */
    shrinking: z.boolean(),
    result: z.enum(['holds', 'not-observed', 'undecided', 'not-implemented', 'violated']),
    /** The calls as generated, and the answer to each; fewer answers if one ended the case. */
    steps: z.array(call),
    /** The calls of a case that overlap; such a case has no steps. */
    schedule: scheduleSchema.optional(),
    answers: z.array(z.string()),
    /** The members of the calls as they were sent. */
    sentSha256: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  /** The total progress of an input class: it has completed the phase, or a round of phase `random`. */
  z.strictObject({
    event: z.literal('progress'),
    check: z.string(),
    inputClass: z.string(),
    phase: z.enum(runPhases),
    cases: z.int(),
    observed: z.int(),
    rejected: z.int(),
    distinct: z.int(),
    notes: z.array(z.string()),
    shortfall: z
      .strictObject({ kind: z.enum(['unsupported', 'vacuous', 'indeterminate', 'blocked']), reason: z.string() })
      .optional(),
    /** The duration of the run so far in milliseconds, if it has a time limit. */
    elapsedMs: z.number().optional(),
  }),
  /** Written at most once a minute; includes everything since the one before. */
  z.strictObject({ event: z.literal('round-finished'), round: z.int(), calls: z.int(), elapsedMs: z.number() }),
  z.strictObject({
    event: z.literal('check-finished'),
    check: z.string(),
    verdict: z.enum(verdicts),
    observed: z.int(),
  }),
  z.strictObject({
    event: z.literal('run-finished'),
    calls: z.int(),
    /** How many of them were sent again because they had been refused for their rate. */
    throttled: z.int(),
    leftovers: z.array(leftover),
    stopped: z.string().nullable(),
  }),
]);

export type RunEvent = z.infer<typeof runEventSchema>;

// The baseline of a target: the failures that are known and accepted, each with its reason and the case that shows it.

import { z } from 'zod';
import type { Case } from '../api/case.js';
import { caseSchema } from './case-file.js';

const entrySchema = z.strictObject({
  /** The id of the check that fails. */
  check: z.string(),
  /** How it fails, as the results have it: the input class, and what was answered. */
  signature: z.string(),
  /** Why that is accepted. */
  reason: z.string().min(1),
  /** Where it is followed up. */
  issue: z.string().nullable(),
  /** Days, such as 2026-11-24. After the day on which it expires, an entry must be reviewed. */
  firstSeen: z.iso.date(),
  expires: z.iso.date().nullable(),
  /** The calls that show it; each run with the baseline repeats them. */
  case: caseSchema,
});

export const baselineSchema = z.strictObject({
  schema: z.literal('pca-conformance/baseline/1'),
  entries: z.array(entrySchema),
});

/** The keys of the file, and those of an entry. */
export const baselineKeys: readonly string[] = Object.keys(baselineSchema.shape);
export const entryKeys: readonly string[] = Object.keys(entrySchema.shape);

export type BaselineEntry = Omit<z.infer<typeof entrySchema>, 'case'> & { readonly case: Case };

export interface Baseline {
  /** The file, as the user wrote it. */
  readonly file: string;
  readonly entries: readonly BaselineEntry[];
}

// The results of several targets: one column for each run, one row for each requirement.

import { z } from 'zod';
import { protocols } from '../api/protocol.js';
import { verdicts } from './verdicts.js';

const column = z.strictObject({
  target: z.string(),
  /** The protocols that it answers; absent if that was not asked. */
  protocols: z.array(z.enum(protocols)).optional(),
  suiteVersion: z.string(),
  startedAt: z.iso.datetime(),
  complete: z.boolean(),
  /** fail / (pass + fail); null if nothing was judged. */
  divergence: z.number().nullable(),
  /** (pass + fail) / all checks of the requirement set. */
  coverage: z.number(),
});

const row = z.strictObject({
  requirement: z.string(),
  level: z.enum(['must', 'any-of', 'note']),
  statement: z.string(),
  /** In the order of the columns; null if the run did not judge it. */
  verdicts: z.array(z.enum(verdicts).nullable()),
});

export const matrixSchema = z.strictObject({
  schema: z.literal('pca-conformance/matrix/1'),
  /** The revision of the model that judged all runs. */
  requirementSet: z.string(),
  targets: z.array(column),
  requirements: z.array(row),
});

export type Matrix = z.infer<typeof matrixSchema>;
export type MatrixRow = z.infer<typeof row>;

// The ledger: recorded answers of a service, live AWS above all, to a fixed corpus of cases. Inputs have tokens for CAs and
// accounts, and answers are redacted, so that it can be published and compared with any target.

import { z } from 'zod';
import { caseSchema } from './case-file.js';
import type { Case } from '../api/case.js';
import { modelRevisions } from '../api/service-model.js';

const recordedAnswer = z.strictObject({
  /** `Success`, the name of an error, or a word for any other outcome. */
  answer: z.string(),
  /** The HTTP status of an error; null if none is known. */
  status: z.int().nullable(),
  /** The text of an error, with tokens for CAs; it is kept for readers and not judged. */
  message: z.string().optional(),
  /** The result of a read. */
  returned: z
    .strictObject({
      /** The step whose policy it is equivalent to, from 0; null if it is not one that was put. */
      put: z.int().nullable(),
      /** Whether it is that policy byte for byte. */
      isExact: z.boolean(),
      /** The text, with tokens; absent if it is exact. */
      text: z.string().optional(),
    })
    .optional(),
});

const ledgerCase = z.strictObject({
  /** `<check>#<input class>`. */
  id: z.string(),
  check: z.string(),
  requirement: z.string(),
  level: z.enum(['must', 'any-of', 'note']),
  case: caseSchema,
  /** Whether a second capture confirmed the first. */
  settled: z.boolean(),
  /** By step; fewer if the case ended early, because a control failed or no source allows an answer. */
  answers: z.array(recordedAnswer),
  /** The second capture, if it differs. */
  otherAnswers: z.array(recordedAnswer).optional(),
  /** Why nothing was recorded. */
  reason: z.string().optional(),
});

export const ledgerSchema = z.strictObject({
  schema: z.literal('pca-conformance/ledger/1'),
  suite: z.strictObject({ name: z.string(), version: z.string() }),
  /** SHA-256 of the inputs: ledgers with the same digest had the same inputs. */
  corpus: z.string().regex(/^[0-9a-f]{64}$/),
  modelRevision: z.enum(modelRevisions),
  /** The service that answered: `aws` for live AWS. */
  target: z.string(),
  region: z.string(),
  partition: z.string(),
  recordedOn: z.iso.date(),
  cases: z.array(ledgerCase),
  /** What cannot be recorded, and why. */
  unreached: z.array(z.strictObject({ id: z.string(), question: z.string(), reason: z.string() })),
});

export type RecordedAnswer = z.infer<typeof recordedAnswer>;
export type LedgerCase = Omit<z.infer<typeof ledgerCase>, 'case'> & { readonly case: Case };
export type Ledger = Omit<z.infer<typeof ledgerSchema>, 'cases'> & { readonly cases: readonly LedgerCase[] };

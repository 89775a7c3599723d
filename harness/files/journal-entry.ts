// One line of a journal in `.pca/journal/`: what a run on live AWS made and borrowed, so that it is found whatever happens.
//
// A journal names CAs by their exact ARNs, because they are deleted by these. It stays on the machine of the run, no report
// holds anything of it, and only the owner may read it.

import { z } from 'zod';

const arn = z.string();

export const journalEntrySchema = z.discriminatedUnion('entry', [
  z.strictObject({
    entry: z.literal('opened'),
    schema: z.literal('pca-conformance/journal/1'),
    run: z.string(),
    account: z.string(),
    region: z.string(),
    /** The process of the run, by which it is known to be alive. */
    host: z.string(),
    process: z.int(),
    at: z.iso.datetime(),
  }),
  /** Before the call that makes a CA of this common name. */
  z.strictObject({ entry: z.literal('creating'), name: z.string() }),
  z.strictObject({ entry: z.literal('created'), name: z.string(), arn }),
  /** Its removal was verified. */
  z.strictObject({ entry: z.literal('removed'), arn }),
  /** Before anything is changed on a CA of the user: the policy that it has; null if it has none. */
  z.strictObject({ entry: z.literal('borrowed'), arn, policy: z.string().nullable() }),
  /** It has its policy again, which was verified. */
  z.strictObject({ entry: z.literal('returned'), arn }),
  /** Nothing is left over. */
  z.strictObject({ entry: z.literal('closed') }),
]);

export type JournalEntry = z.infer<typeof journalEntrySchema>;

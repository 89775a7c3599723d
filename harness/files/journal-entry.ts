// One line of a journal in `.pca/journal/`: what a run on live AWS created and borrowed, so that it can always be found.
//
// A journal names CAs by their exact ARNs, because they are deleted by ARN. It stays on the machine of the run, no report
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
    /** The process of the run, to find out whether it is alive. */
    host: z.string(),
    process: z.int(),
    at: z.iso.datetime(),
  }),
  /** Written before the call that creates a CA of this common name. */
  z.strictObject({ entry: z.literal('creating'), name: z.string() }),
  z.strictObject({ entry: z.literal('created'), name: z.string(), arn }),
  /** Its removal was verified. */
  z.strictObject({ entry: z.literal('removed'), arn }),
  /** Written before a CA of the user is changed: the policy that it has; null if it has none. */
  z.strictObject({ entry: z.literal('borrowed'), arn, policy: z.string().nullable() }),
  /** Its policy was restored, which was verified. */
  z.strictObject({ entry: z.literal('returned'), arn }),
  /** Nothing is left over. */
  z.strictObject({ entry: z.literal('closed') }),
]);

export type JournalEntry = z.infer<typeof journalEntrySchema>;

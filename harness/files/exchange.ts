// A request and its answer, as they went over the wire, without secrets.

import { z } from 'zod';

const headers = z.record(z.string(), z.string());
/** CBOR in the diagnostic notation of RFC 8949, with the length of its bytes. */
const body = { body: z.string(), cborBytes: z.int().optional() };

export const exchangeSchema = z.strictObject({
  /** The operation called, or `RawRequest` for a raw request. */
  operation: z.string(),
  /** Milliseconds since the target was opened, and from the request to its end. */
  atMs: z.number(),
  tookMs: z.number(),
  /** Absent if nothing was sent. Headers are those worth showing, in lower case; a signature is never shown. */
  request: z.strictObject({ method: z.string(), path: z.string(), headers, ...body }).optional(),
  /** Absent if none came. The body is as much of it as was read. */
  answer: z.strictObject({ status: z.int(), headers, ...body }).optional(),
  /** How the client interpreted it. */
  outcome: z.string(),
});

/** One line of a file of exchanges. */
export const exchangeLineSchema = z.union([
  exchangeSchema,
  /** The last line, if the file had reached its limit: the exchanges after it are not in the file. */
  z.strictObject({ limitReached: z.strictObject({ limitBytes: z.int() }) }),
]);

export type HttpExchange = z.infer<typeof exchangeSchema>;
export type ExchangeLine = z.infer<typeof exchangeLineSchema>;

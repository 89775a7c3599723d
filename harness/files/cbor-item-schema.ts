// CBOR items in files, as `api/cbor/cbor-item.ts` describes them.

import { z } from 'zod';
import type { CborItem } from '../api/cbor/cbor-item.js';

const headBytes = z.union([z.literal(1), z.literal(2), z.literal(4), z.literal(8)]).optional();
const indefinite = z.literal(true).optional();
const hexadecimal = z.string().regex(/^(?:[0-9a-f]{2})*$/);
/** Longer bodies than any limit of the service needs are not made. */
const maxRepetitions = 1_000_000;

export const cborItemSchema: z.ZodType<CborItem> = z.lazy(() =>
  z.union([
    z.strictObject({ text: z.string(), headBytes, latin1: z.literal(true).optional() }),
    z.strictObject({ chunks: z.array(cborItemSchema) }),
    z.strictObject({ map: z.array(z.tuple([cborItemSchema, cborItemSchema])), indefinite, headBytes }),
    z.strictObject({ array: z.array(cborItemSchema), indefinite }),
    z.strictObject({ tag: z.int().min(0), item: cborItemSchema }),
    z.strictObject({ integer: z.int() }),
    z.strictObject({ float: z.number(), bits: z.union([z.literal(16), z.literal(32), z.literal(64)]) }),
    z.strictObject({ simple: z.int().min(0).max(255) }),
    z.strictObject({ bytes: hexadecimal }),
    z.strictObject({ bytesOf: z.string() }),
    z.strictObject({ raw: hexadecimal }),
    z.strictObject({ sequence: z.array(cborItemSchema) }),
    z.strictObject({ item: cborItemSchema, withoutLast: z.int().min(0) }),
    z.strictObject({ repeated: hexadecimal, times: z.int().min(0).max(maxRepetitions), item: cborItemSchema }),
  ]),
);

// A badge: the result of a run in two words and a colour.

import { z } from 'zod';

/** The endpoint form of shields.io. Source: https://shields.io/badges/endpoint-badge */
export const badgeSchema = z.strictObject({
  schemaVersion: z.literal(1),
  label: z.string(),
  message: z.string(),
  color: z.enum(['brightgreen', 'red', 'orange', 'lightgrey']),
  isError: z.boolean(),
});

export type Badge = z.infer<typeof badgeSchema>;

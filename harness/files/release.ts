// What was judged, as its registry names it: a report says which release it is about, and the newest one can be asked for.

import { z } from 'zod';

export const registries = ['pypi', 'npm', 'crates', 'go', 'maven'] as const;
export type Registry = (typeof registries)[number];

/** A package by its name in one registry. */
export interface Package {
  readonly registry: Registry;
  /** As the client of the registry takes it; in `maven` the group and the artifact, with a colon between. */
  readonly name: string;
}

export const releaseSchema = z.strictObject({
  name: z.string(),
  version: z.string(),
  registry: z.enum(registries),
});

export type Release = z.infer<typeof releaseSchema>;

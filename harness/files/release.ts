// The release that was judged, as its registry names it: reports show it, and its registry has the newest one.

import { z } from 'zod';

export const registries = ['pypi', 'npm', 'crates', 'go', 'maven'] as const;
export type Registry = (typeof registries)[number];

/** A package by its name in one registry. */
export interface Package {
  readonly registry: Registry;
  /** In the form that the client of the registry takes; in `maven` the group and the artifact, separated by a colon. */
  readonly name: string;
}

export const releaseSchema = z.strictObject({
  name: z.string(),
  version: z.string(),
  registry: z.enum(registries),
});

export type Release = z.infer<typeof releaseSchema>;

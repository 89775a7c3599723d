// What a configuration file may hold, as a schema: loaded only if there is one.

import type { Command } from 'commander';
import { z } from 'zod';
import { configOptionsOf, type ConfigOption } from './config-options.js';

/** What the file may hold. A number can be written as one. */
export function configSchemaOf(options: readonly ConfigOption[]): z.ZodObject {
  const members = options.map(({ key, kind, choices, description }) => {
    const text = z.union([z.string(), z.number()]);
    const types = { flag: z.boolean(), list: z.array(z.string()), value: choices.length > 0 ? z.enum(choices) : text };
    return [key, types[kind].describe(description).optional()] as const;
  });
  return z.strictObject({ $schema: z.string().optional(), ...Object.fromEntries(members) });
}

/** JSON Schema, draft 2020-12, for editors. */
export function configJsonSchema(run: Command): Readonly<Record<string, unknown>> {
  const schema = configSchemaOf(configOptionsOf(run));
  return { title: 'pca-conformance.config.yaml', ...z.toJSONSchema(schema, { target: 'draft-2020-12' }) };
}

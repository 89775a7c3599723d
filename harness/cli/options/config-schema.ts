// What a configuration file may hold, as a schema: loaded only if there is one.

import { z } from 'zod';
import type { OptionGroup } from '../../run/options/option-table.js';
import { configEntries } from './config-options.js';

/** What the file may hold. A value can be written as a number if it is one. */
export function configSchemaOf(groups: readonly OptionGroup[]): z.ZodObject {
  const members = [...configEntries(groups)].map(([name, { kind, choices, description, traits }]) => {
    const text = z.union([z.string(), z.number()]);
    const list = traits.map === undefined ? z.array(z.string()) : z.record(z.string(), z.string());
    const types = { flag: z.boolean(), list, value: choices.length > 0 ? z.enum(choices) : text };
    return [name, types[kind].describe(description).optional()] as const;
  });
  return z.strictObject({ $schema: z.string().optional(), ...Object.fromEntries(members) });
}

/** JSON Schema, draft 2020-12, for editors. */
export function configJsonSchema(groups: readonly OptionGroup[]): Readonly<Record<string, unknown>> {
  const schema = configSchemaOf(groups);
  return { title: 'pca-conformance.config.yaml', ...z.toJSONSchema(schema, { target: 'draft-2020-12' }) };
}

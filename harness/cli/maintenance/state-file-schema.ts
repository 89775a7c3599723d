// The JSON Schema of the file in which `serve --state` keeps its state: what the service and its host each read of it.

import { z } from 'zod';
import { stateFileSchemaName } from '../../emulator/emulator.js';
import { savedStoreSchema } from '../../emulator/key-store.js';
import { savedStateSchema } from '../../model/state/state-codec.js';

const stateFileSchema = z.strictObject({
  schema: z.literal(stateFileSchemaName),
  service: savedStateSchema,
  certificates: savedStoreSchema,
});

/** JSON Schema, draft 2020-12. */
export function stateFileJsonSchema(): Readonly<Record<string, unknown>> {
  const title = 'The state of the emulator, with the keys of its CAs';
  return { title, ...z.toJSONSchema(stateFileSchema, { target: 'draft-2020-12' }) };
}

// Part of the build: writes the JSON Schemas of the files into the folder named.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileSchema, fileSchemaNames } from '../../files/file-schemas.js';
import { configJsonSchema } from '../options/config-schema.js';
import { runGroups } from '../options/run-groups.js';
import { stateFileJsonSchema } from './state-file-schema.js';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Give the folder for the schemas.');
mkdirSync(folder, { recursive: true });
const ofFiles = fileSchemaNames.map((name) => [name, fileSchema(name)] as const);
const schemas = [
  ...ofFiles,
  ['config', configJsonSchema(runGroups)] as const,
  ['emulator-state', stateFileJsonSchema()] as const,
];
for (const [name, schema] of schemas) {
  writeFileSync(join(folder, `${name}.schema.json`), `${JSON.stringify(schema, undefined, 2)}\n`);
}

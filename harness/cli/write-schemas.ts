// Part of the build: writes the JSON Schemas of the files into the folder named.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileSchema, fileSchemaNames } from '../api/file-schemas.js';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Give the folder for the schemas.');
mkdirSync(folder, { recursive: true });
for (const name of fileSchemaNames) {
  writeFileSync(join(folder, `${name}.schema.json`), `${JSON.stringify(fileSchema(name), undefined, 2)}\n`);
}

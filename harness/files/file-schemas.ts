// The JSON Schemas of the files that the suite reads and writes, and of the messages of drivers, generated from the
// definitions by which it reads them.

import { z } from 'zod';
import { badgeSchema } from './badge.js';
import { baselineSchema } from './baseline-file.js';
import { caseFileSchema } from './case-file.js';
import { diffSchema } from './diff-report.js';
import { driverAnswer, driverRequest } from '../api/driver.js';
import { exchangeLineSchema } from './exchange.js';
import { journalEntrySchema } from './journal-entry.js';
import { ledgerSchema } from './ledger-file.js';
import { matrixSchema } from './matrix.js';
import { resultsSchema } from './report.js';
import { runEventSchema } from './run-event.js';
import { selftestSchema } from './selftest-report.js';

/** By the name of the file that holds the schema. */
const definitions = {
  results: { schema: resultsSchema, title: 'results.json of a run' },
  event: { schema: runEventSchema, title: 'One line of events.ndjson' },
  diff: { schema: diffSchema, title: 'Two targets side by side' },
  exchange: { schema: exchangeLineSchema, title: 'One line of the file that --trace-all names' },
  journal: { schema: journalEntrySchema, title: 'One line of the journal of a run on live AWS' },
  ledger: { schema: ledgerSchema, title: 'The answers of a service to the corpus' },
  case: { schema: caseFileSchema, title: 'A counterexample in cases/' },
  baseline: { schema: baselineSchema, title: 'The failures of a target that are known and accepted' },
  selftest: { schema: selftestSchema, title: 'The scores of the selftest' },
  matrix: { schema: matrixSchema, title: 'The results of several targets' },
  'driver-request': { schema: driverRequest, title: 'The messages of the suite to a driver, one a line' },
  'driver-answer': { schema: driverAnswer, title: 'The answers of a driver, one a line' },
  badge: { schema: badgeSchema, title: 'A badge in the endpoint form of shields.io' },
} as const;

export type FileSchemaName = keyof typeof definitions;
export const fileSchemaNames = Object.keys(definitions).filter((name): name is FileSchemaName => name in definitions);

/** JSON Schema, draft 2020-12. */
export function fileSchema(name: FileSchemaName): Readonly<Record<string, unknown>> {
  const { schema, title } = definitions[name];
  return { title, ...z.toJSONSchema(schema, { target: 'draft-2020-12', unrepresentable: 'any' }) };
}

// Reads a case that a run saved, or that a user wrote.

import { readFileSync } from 'node:fs';
import type { CaseFile } from '../../files/case-file.js';
import { parseCaseFile } from '../../files/parse-case-file.js';
import { errorMessage, usageError } from '../output/failure.js';

/** Throws a usage error that names the file and the member. */
export function readCaseFile(path: string): CaseFile {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw usageError(`${path} cannot be read: ${errorMessage(error)}`);
  }
  const parsed = parseCaseFile(text);
  if (parsed.kind === 'malformed') throw usageError(`${path} is not a case that "run" saved:\n${parsed.problem}`);
  return parsed.saved;
}

import { reads } from '../mutate.js';
import { inStatements } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'GetPolicy returns a Sid where none was put.',
  breaks: 'GP-03',
  killedBy: 'get-policy/returns-what-was-put',
  mutate: reads(inStatements((statement, index) => ({ Sid: `Statement${index}`, ...statement }))),
};

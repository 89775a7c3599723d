import { reads } from '../bend.js';
import { inStatements } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'GetPolicy returns a Sid where none was put.',
  breaks: 'GP-03',
  killedBy: 'get-policy/returns-what-was-put',
  bend: reads(inStatements((statement, index) => ({ Sid: `Statement${index}`, ...statement }))),
};

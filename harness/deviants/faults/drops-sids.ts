import { readsDocument } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'GetPolicy returns the statements without their Sids.',
  breaks: 'GP-03',
  killedBy: 'get-policy/returns-what-was-put',
  bend: readsDocument((document) => {
    const statements: unknown = document.Statement;
    if (!Array.isArray(statements)) return document;
    return { ...document, Statement: document.Statement.map(({ Sid: _sid, ...statement }) => statement) };
  }),
};

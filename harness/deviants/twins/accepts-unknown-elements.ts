import { overlooks } from '../bend.js';
import { inDocument, isDraft, type Draft } from '../documents.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A policy may have elements that IAM does not know.',
  permittedBy: 'POL-37',
  bend: overlooks(
    inDocument((document) => {
      const { Statement } = document;
      if (!Array.isArray(Statement) || !Statement.every((each) => isDraft(each))) return document;
      return {
        ...only(document, ['Version', 'Id']),
        Statement: Statement.map((each) => only(each, statementElements)),
      };
    }),
  ),
};

const statementElements = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
];

function only(draft: Draft, names: readonly string[]): Draft {
  return Object.fromEntries(Object.entries(draft).filter(([name]) => names.includes(name)));
}

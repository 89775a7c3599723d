import { overlooks } from '../bend.js';
import { inDocument, isDraft, only } from '../documents.js';
import { documentElements, statementElements } from '../../api/policy-elements.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A policy may have elements that IAM does not know.',
  permittedBy: 'POL-37',
  bend: overlooks(
    inDocument((document) => {
      const { Statement } = document;
      if (!Array.isArray(Statement) || !Statement.every((each) => isDraft(each))) return document;
      return {
        ...only(document, documentElements),
        Statement: Statement.map((each) => only(each, statementElements)),
      };
    }),
  ),
};

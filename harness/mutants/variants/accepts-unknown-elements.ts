import { overlooks } from '../mutate.js';
import { inDocument, isDraft, only } from '../documents.js';
import { documentElements, statementElements } from '../../api/policy-elements.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'A policy may have elements that IAM does not know.',
  permittedBy: 'POL-37',
  mutate: overlooks(
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

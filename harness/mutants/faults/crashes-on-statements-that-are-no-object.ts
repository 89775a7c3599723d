import { refusal, answers } from '../mutate.js';
import { documentOf, listed, isDraft } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A statement that is no object is answered with a server error.',
  breaks: 'POL-38',
  killedBy: 'policy-content/refuses-policies-without-statements',
  mutate: answers(['PutPolicy'], (right, { input }) =>
    right.kind === 'service-error' && listed(documentOf(input.Policy)?.['Statement']).some((each) => !isDraft(each))
      ? refusal('InternalFailure', 500)
      : undefined,
  ),
};

import { refusal, answers } from '../bend.js';
import { documentOf, listed, isDraft } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A statement that is no object is answered with a server error.',
  breaks: 'POL-38',
  killedBy: 'policy-content/refuses-policies-without-statements',
  bend: answers(['PutPolicy'], (right, { input }) =>
    right.kind === 'service-error' && listed(documentOf(input.Policy)?.['Statement']).some((each) => !isDraft(each))
      ? refusal('InternalFailure', 500)
      : undefined,
  ),
};

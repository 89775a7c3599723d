import { refusal, answers, isRefused } from '../mutate.js';
import { jsonOf } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A policy that is no JSON is refused with the name that IAM has for it, MalformedPolicyDocumentException.',
  breaks: 'PP-03',
  killedBy: 'policy-text/refuses-what-is-no-json-object',
  mutate: answers(['PutPolicy'], (right, { input }) =>
    isRefused(right, 'InvalidPolicyException') && jsonOf(input.Policy) === undefined
      ? refusal('MalformedPolicyDocumentException')
      : undefined,
  ),
};

import { refusal, answers, isRefused } from '../bend.js';
import { jsonOf } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A policy that is no JSON is refused with the name that IAM has for it, MalformedPolicyDocumentException.',
  breaks: 'PP-03',
  killedBy: 'policy-text/refuses-what-is-no-json-object',
  bend: answers(['PutPolicy'], (right, { input }) =>
    isRefused(right, 'InvalidPolicyException') && jsonOf(input.Policy) === undefined
      ? refusal('MalformedPolicyDocumentException')
      : undefined,
  ),
};

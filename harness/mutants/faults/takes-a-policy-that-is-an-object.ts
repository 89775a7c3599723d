import { rewritesMembers } from '../mutate-answers.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'PutPolicy takes the policy as an object too.',
  breaks: 'WIRE-10',
  killedBy: 'wire/refuses-wrong-types',
  mutateAnswers: rewritesMembers(({ Policy: policy, ...members }) => ({
    ...members,
    Policy: typeof policy === 'object' && policy !== null && !Array.isArray(policy) ? JSON.stringify(policy) : policy,
  })),
};

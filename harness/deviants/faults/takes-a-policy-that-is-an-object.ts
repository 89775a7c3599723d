import { rewritesMembers } from '../bend-answers.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'PutPolicy takes the policy as an object too.',
  breaks: 'WIRE-10',
  killedBy: 'wire/refuses-wrong-types',
  bendAnswers: rewritesMembers(({ Policy: policy, ...members }) => ({
    ...members,
    Policy: typeof policy === 'object' && policy !== null && !Array.isArray(policy) ? JSON.stringify(policy) : policy,
  })),
};

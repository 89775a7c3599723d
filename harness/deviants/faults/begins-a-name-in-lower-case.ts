import { bodyOf, rewritesErrorsNamed } from '../bend-answers.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'InvalidPolicyException begins with a small letter.',
  breaks: 'POL-05',
  killedBy: 'policy-text/refuses-what-is-no-json-object',
  bendAnswers: rewritesErrorsNamed('InvalidPolicyException', (members) =>
    bodyOf({ ...members, __type: 'invalidPolicyException' }),
  ),
};

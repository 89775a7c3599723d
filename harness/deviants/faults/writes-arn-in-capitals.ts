import { bodyOf, rewritesErrorsNamed } from '../bend-answers.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'InvalidArnException is spelt InvalidARNException.',
  breaks: 'ARN-03',
  killedBy: 'arn/refuses-other-resource-types',
  bendAnswers: rewritesErrorsNamed('InvalidArnException', (members) =>
    bodyOf({ ...members, __type: 'InvalidARNException' }),
  ),
};

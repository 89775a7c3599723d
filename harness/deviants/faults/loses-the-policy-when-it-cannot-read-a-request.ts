import { bendAnswers, membersOfRequest } from '../bend-answers.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A member of the wrong type deletes the policy of the CA that is named beside it.',
  breaks: 'WIRE-10',
  killedBy: 'wire/refuses-wrong-types',
  bendAnswers: bendAnswers(undefined, ({ request, operation, ask }) => {
    const right = ask(request);
    const { ResourceArn: arn } = membersOfRequest(request, operation) ?? {};
    if (right.body.includes('"SerializationException"') && typeof arn === 'string') {
      ask({ ...request, target: 'ACMPrivateCA.DeletePolicy', body: JSON.stringify({ ResourceArn: arn }) });
    }
    return right;
  }),
};

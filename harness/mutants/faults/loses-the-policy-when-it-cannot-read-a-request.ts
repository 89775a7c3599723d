import { mutateAnswers, membersOfRequest } from '../mutate-answers.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A member of the wrong type deletes the policy of the CA that is named beside it.',
  breaks: 'WIRE-10',
  killedBy: 'wire/refuses-wrong-types',
  mutateAnswers: mutateAnswers(undefined, ({ request, operation, ask }) => {
    const right = ask(request);
    const { ResourceArn: arn } = membersOfRequest(request, operation) ?? {};
    if (right.body.includes('"SerializationException"') && typeof arn === 'string') {
      ask({ ...request, target: 'ACMPrivateCA.DeletePolicy', body: JSON.stringify({ ResourceArn: arn }) });
    }
    return right;
  }),
};

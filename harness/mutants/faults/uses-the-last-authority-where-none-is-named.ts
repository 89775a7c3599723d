import { mutateAnswers, bodyOf, membersOfRequest } from '../mutate-answers.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A request without ResourceArn acts on the CA that was named last.',
  breaks: 'WIRE-10',
  killedBy: 'wire/refuses-missing-members',
  mutateAnswers: mutateAnswers<unknown>(undefined, ({ request, operation, memory: last, remember, ask }) => {
    const members = membersOfRequest(request, operation);
    const named = members?.['ResourceArn'] ?? undefined;
    if (named !== undefined) remember(named);
    const mended = members !== undefined && named === undefined ? bodyOf({ ...members, ResourceArn: last }) : {};
    return ask({ ...request, ...mended });
  }),
};

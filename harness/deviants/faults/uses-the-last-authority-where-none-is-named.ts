import { bendAnswers, bodyOf, membersOfRequest } from '../bend-answers.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A request without ResourceArn acts on the CA that was named last.',
  breaks: 'WIRE-10',
  killedBy: 'wire/refuses-missing-members',
  bendAnswers: bendAnswers<unknown>(undefined, ({ request, operation, memory: last, remember, ask }) => {
    const members = membersOfRequest(request, operation);
    const named = members?.['ResourceArn'] ?? undefined;
    if (named !== undefined) remember(named);
    const mended = members !== undefined && named === undefined ? bodyOf({ ...members, ResourceArn: last }) : {};
    return ask({ ...request, ...mended });
  }),
};

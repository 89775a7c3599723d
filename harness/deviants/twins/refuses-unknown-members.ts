import { bendAnswers, errorOf, membersOfRequest } from '../bend-answers.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A request with a member that the operation does not know is refused.',
  permittedBy: 'WIRE-10',
  bendAnswers: bendAnswers(undefined, ({ request, operation, ask }) => {
    const names = Object.keys(membersOfRequest(request, operation) ?? {});
    return names.every((name) => name === 'ResourceArn' || name === 'Policy')
      ? ask(request)
      : errorOf('SerializationException', 'unknown member');
  }),
};

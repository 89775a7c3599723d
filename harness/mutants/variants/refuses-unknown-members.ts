import { mutateAnswers, errorOf, membersOfRequest } from '../mutate-answers.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'A request with a member that the operation does not know is refused.',
  permittedBy: 'WIRE-10',
  mutateAnswers: mutateAnswers(undefined, ({ request, operation, ask }) => {
    const names = Object.keys(membersOfRequest(request, operation) ?? {});
    return names.every((name) => name === 'ResourceArn' || name === 'Policy')
      ? ask(request)
      : errorOf('SerializationException', 'unknown member');
  }),
};

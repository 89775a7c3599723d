import { errorOf, rewritesErrors } from '../mutate-answers.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'What cannot be read is refused with MalformedHttpRequestException, an unknown operation with status 405.',
  permittedBy: 'WIRE-10',
  mutateAnswers: rewritesErrors(({ __type }) => {
    if (__type === 'SerializationException')
      return errorOf('MalformedHttpRequestException', 'The body cannot be read.');
    return __type === 'UnknownOperationException' ? errorOf('MalformedHttpRequestException', 'No.', 405) : undefined;
  }),
};

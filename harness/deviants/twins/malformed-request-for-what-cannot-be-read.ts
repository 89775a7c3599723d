import { errorOf, rewritesErrors } from '../bend-answers.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'What cannot be read is refused with MalformedHttpRequestException, an unknown operation with status 405.',
  permittedBy: 'WIRE-10',
  bendAnswers: rewritesErrors(({ __type }) => {
    if (__type === 'SerializationException')
      return errorOf('MalformedHttpRequestException', 'The body cannot be read.');
    return __type === 'UnknownOperationException' ? errorOf('MalformedHttpRequestException', 'No.', 405) : undefined;
  }),
};

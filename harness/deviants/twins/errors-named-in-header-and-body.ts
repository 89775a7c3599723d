import { bodyOf, rewritesErrors } from '../bend-answers.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'Errors are named in the header with a URL and in the body with a namespace.',
  permittedBy: 'WIRE-11',
  bendAnswers: rewritesErrors(({ __type, ...members }, { headers }) => ({
    headers: { ...headers, 'x-amzn-errortype': `${String(__type)}:http://internal.example/coral/` },
    ...bodyOf({ ...members, __type: `com.amazonaws.acmpca#${String(__type)}` }),
  })),
};

import { bodyOf, rewritesErrors } from '../mutate-answers.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'Errors are named in the header with a URL and in the body with a namespace.',
  permittedBy: 'WIRE-11',
  mutateAnswers: rewritesErrors(({ __type, ...members }, { headers }) => ({
    headers: { ...headers, 'x-amzn-errortype': `${String(__type)}:http://internal.example/coral/` },
    ...bodyOf({ ...members, __type: `com.amazonaws.acmpca#${String(__type)}` }),
  })),
};

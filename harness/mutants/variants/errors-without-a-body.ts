import { rewritesErrors } from '../mutate-answers.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'Errors have a header with their name and a URL, and no body.',
  permittedBy: 'WIRE-11',
  mutateAnswers: rewritesErrors(({ __type }, { headers }) => ({
    headers: { ...headers, 'x-amzn-errortype': `${String(__type)}:http://internal.example/` },
    body: '',
  })),
};

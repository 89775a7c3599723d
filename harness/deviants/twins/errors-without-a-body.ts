import { rewritesErrors } from '../bend-answers.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'Errors have a header with their name and a URL, and no body.',
  permittedBy: 'WIRE-11',
  bendAnswers: rewritesErrors(({ __type }, { headers }) => ({
    headers: { ...headers, 'x-amzn-errortype': `${String(__type)}:http://internal.example/` },
    body: '',
  })),
};

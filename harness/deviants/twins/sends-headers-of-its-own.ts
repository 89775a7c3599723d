import { rewrites } from '../bend-answers.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'Answers have more headers: an id of the request, those of a proxy, a cookie.',
  permittedBy: 'WIRE-01',
  bendAnswers: rewrites(({ headers }) => ({
    headers: {
      ...headers,
      'x-amzn-requestid': '0123abcd-0123-0123-0123-0123456789ab',
      via: '1.1 example (proxy)',
      'x-cache': 'Miss from proxy',
      'set-cookie': 'lb=1; Path=/',
    },
  })),
};

import { rewrites } from '../mutate-answers.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'Answers have more headers: an id of the request, those of a proxy, a cookie.',
  permittedBy: 'WIRE-01',
  mutateAnswers: rewrites(({ headers }) => ({
    headers: {
      ...headers,
      'x-amzn-requestid': '0123abcd-0123-0123-0123-0123456789ab',
      via: '1.1 example (proxy)',
      'x-cache': 'Miss from proxy',
      'set-cookie': 'lb=1; Path=/',
    },
  })),
};

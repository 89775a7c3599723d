import { mutateAnswers, pageOf } from '../mutate-answers.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'A request that no client would send is answered with a page in HTML.',
  permittedBy: 'WIRE-01',
  mutateAnswers: mutateAnswers(undefined, ({ request, ask }) => {
    const { method, path, target, contentType } = request;
    const isOdd = method !== 'POST' || path !== '/' || target?.startsWith('ACMPrivateCA.') !== true;
    return isOdd || contentType !== 'application/x-amz-json-1.1' ? pageOf(415) : ask(request);
  }),
};

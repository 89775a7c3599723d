import { bendAnswers, pageOf } from '../bend-answers.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A request that no client would send is answered with a page in HTML.',
  permittedBy: 'WIRE-01',
  bendAnswers: bendAnswers(undefined, ({ request, ask }) => {
    const { method, path, target, contentType } = request;
    const isOdd = method !== 'POST' || path !== '/' || target?.startsWith('ACMPrivateCA.') !== true;
    return isOdd || contentType !== 'application/x-amz-json-1.1' ? pageOf(415) : ask(request);
  }),
};

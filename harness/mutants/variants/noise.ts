// Freedoms to fail or throttle calls for a time, as any service does.

import { inBothProtocols } from '../in-both-protocols.js';
import { errorOf, isPolicyOperationName, mutateAnswers, pageOf } from '../mutate-answers.js';
import { mutateEach, refusal } from '../mutate.js';
import { named } from '../named.js';
import { isPolicyWrite, sporadically } from '../sporadic.js';
import type { Variant } from '../variant.js';

/** Which calls these are looks random and is not. */
function isThrottled(callsBefore: number): boolean {
  return ((Math.imul(callsBefore + 1, 0x9e3779b1) >>> 8) & 0xffff) % 10 === 0;
}

export const noiseVariants = named<Variant>({
  'lets-credentials-expire': {
    freedom: 'After 1,500 calls the credentials of the caller have expired.',
    permittedBy: 'AUTH-09',
    mutateAnswers: inBothProtocols(
      mutateAnswers(undefined, ({ request, callsBefore, ask }) =>
        callsBefore < 1_500 ? ask(request) : errorOf('ExpiredTokenException', 'The security token is expired.', 403),
      ),
    ),
  },
  'breaks-after-a-write-once-in-37-writes': {
    freedom: 'One write in 37 takes effect and is answered with status 500.',
    permittedBy: 'CC-02',
    mutateAnswers: inBothProtocols(
      sporadically({ every: 37, counts: isPolicyWrite, hasEffect: true }, () =>
        errorOf('InternalFailure', 'An unknown error.', 500),
      ),
    ),
  },
  'breaks-once-in-53-calls': {
    freedom: 'One policy call in 53 is answered with InternalFailure and status 500.',
    permittedBy: 'CC-02',
    mutateAnswers: inBothProtocols(
      sporadically({ every: 53 }, () => errorOf('InternalFailure', 'An unknown error.', 500)),
    ),
  },
  'fails-once-in-53-calls': {
    freedom: 'One policy call in 53 is answered with RequestFailedException.',
    permittedBy: 'CC-02',
    mutateAnswers: inBothProtocols(
      sporadically({ every: 53 }, () => errorOf('RequestFailedException', 'The request has failed.')),
    ),
  },
  'has-no-name-for-a-fault-once-in-53-calls': {
    freedom: 'One policy call in 53 is answered with status 502 and an empty object.',
    permittedBy: 'CC-02',
    mutateAnswers: inBothProtocols(sporadically({ every: 53 }, () => ({ status: 502, headers: {}, body: '{}' }))),
  },
  'is-replaced-by-a-page-once-in-53-calls': {
    freedom: 'One policy call in 53 is answered by a load balancer, with a page and status 503.',
    permittedBy: 'CC-02',
    mutateAnswers: inBothProtocols(sporadically({ every: 53 }, () => pageOf(503))),
  },
  'is-unavailable-once-in-29-calls-about-authorities': {
    freedom: 'One call in 29 about CAs is answered with ServiceUnavailable and status 503.',
    permittedBy: 'CC-02',
    mutateAnswers: sporadically({ every: 29, counts: (operation) => !isPolicyOperationName(operation) }, () =>
      errorOf('ServiceUnavailable', 'The request failed because of a temporary failure.', 503),
    ),
  },
  'is-unavailable-once-in-53-calls': {
    freedom: 'One policy call in 53 is answered with ServiceUnavailable and status 503.',
    permittedBy: 'CC-02',
    mutateAnswers: inBothProtocols(
      sporadically({ every: 53 }, () =>
        errorOf('ServiceUnavailable', 'The request failed because of a temporary failure.', 503),
      ),
    ),
  },
  'keeps-one-call-in-97-waiting': {
    freedom: 'One policy call in 97 has no answer in a minute.',
    permittedBy: 'CC-02',
    mutateAnswers: inBothProtocols(
      sporadically({ every: 97 }, () => ({ status: 503, headers: {}, body: '', tookMs: 60_000 })),
    ),
  },
  'finds-an-earlier-update-once-in-53-writes': {
    freedom: 'One write in 53 is refused with ConcurrentModificationException, and may be sent again.',
    permittedBy: 'CC-04',
    mutateAnswers: inBothProtocols(
      sporadically({ every: 53, counts: isPolicyWrite }, () =>
        errorOf('ConcurrentModificationException', 'A previous update to your private CA is still ongoing.'),
      ),
    ),
  },
  'updates-for-900-ms-after-a-write': {
    freedom: 'For 900 ms after a write the next one to the same CA is refused with ConcurrentModificationException.',
    permittedBy: 'CC-04',
    mutate: mutateEach(-Infinity, ({ operation, atMs, memory: lastMs, remember, ask }) => {
      if (operation.kind === 'GetPolicy') return ask(operation);
      if (atMs - lastMs < 900) return refusal('ConcurrentModificationException');
      const outcome = ask(operation);
      if (outcome.kind === 'success') remember(atMs);
      return outcome;
    }),
  },
  'has-a-quota-of-authorities': {
    freedom: 'After 40 CAs no more can be created: LimitExceededException.',
    permittedBy: 'Q-01',
    mutateAnswers: mutateAnswers(0, ({ request, operation, memory: made, remember, ask }) => {
      if (operation !== 'CreateCertificateAuthority') return ask(request);
      if (made >= 40) return errorOf('LimitExceededException', 'The quota of private CAs is used up.');
      remember(made + 1);
      return ask(request);
    }),
  },
  'throttles-in-bursts': {
    freedom: 'After every 200 calls the next four are refused with ThrottlingException.',
    permittedBy: 'Q-01',
    mutateAnswers: inBothProtocols(
      mutateAnswers(undefined, ({ request, callsBefore, ask }) =>
        callsBefore % 204 < 200 ? ask(request) : errorOf('ThrottlingException', 'Rate exceeded'),
      ),
    ),
  },
  'throttles-one-call-in-ten': {
    freedom: 'One call in ten is refused with ThrottlingException and has no effect.',
    permittedBy: 'Q-01',
    mutateAnswers: inBothProtocols(
      mutateAnswers(undefined, ({ request, callsBefore, ask }) =>
        isThrottled(callsBefore) ? errorOf('ThrottlingException', 'Rate exceeded') : ask(request),
      ),
    ),
  },
});

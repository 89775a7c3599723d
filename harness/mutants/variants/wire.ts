// Freedoms in how answers and errors are written in HTTP and JSON.

import { inBothProtocols } from '../in-both-protocols.js';
import {
  bodyOf,
  errorOf,
  membersOfAnswer,
  membersOfRequest,
  mutateAnswers,
  pageOf,
  rewrites,
  rewritesErrors,
  rewritesErrorsNamed,
} from '../mutate-answers.js';
import { named } from '../named.js';
import type { Variant } from '../variant.js';

export const wireVariants = named<Variant>({
  'status-403-for-refused-access': {
    freedom: 'AccessDeniedException has status 403.',
    permittedBy: 'AUTH-01',
    mutateAnswers: inBothProtocols(rewritesErrorsNamed('AccessDeniedException', () => ({ status: 403 }))),
  },
  'a-page-for-odd-requests': {
    freedom: 'A request that no client would send is answered with a page in HTML.',
    permittedBy: 'WIRE-01',
    mutateAnswers: mutateAnswers(undefined, ({ request, ask }) => {
      const { method, path, target, contentType } = request;
      const isOdd = method !== 'POST' || path !== '/' || target?.startsWith('ACMPrivateCA.') !== true;
      return isOdd || contentType !== 'application/x-amz-json-1.1' ? pageOf(415) : ask(request);
    }),
  },
  'calls-its-answers-plain-json': {
    freedom: 'The content type of answers is application/json.',
    permittedBy: 'WIRE-01',
    mutateAnswers: rewrites(({ headers }) => ({
      headers: { ...headers, 'content-type': 'application/json' },
    })),
  },
  'charset-beside-the-content-type': {
    freedom: 'The content type of answers tells the character set.',
    permittedBy: 'WIRE-01',
    mutateAnswers: rewrites(({ headers }) => ({
      headers: { ...headers, 'content-type': 'application/x-amz-json-1.1; charset=utf-8' },
    })),
  },
  'has-a-date-an-hour-off': {
    freedom: 'The Date of answers is an hour ahead.',
    permittedBy: 'WIRE-01',
    mutateAnswers: inBothProtocols(
      mutateAnswers(undefined, ({ request, atMs, ask }) => {
        const right = ask(request);
        return { ...right, headers: { ...right.headers, date: new Date(atMs + 3_600_000).toUTCString() } };
      }),
    ),
  },
  'names-no-content-type': {
    freedom: 'Answers have no content type.',
    permittedBy: 'WIRE-01',
    mutateAnswers: rewrites(() => ({ headers: {} })),
  },
  'sends-headers-of-its-own': {
    freedom: 'Answers have more headers: an id of the request, those of a proxy, a cookie.',
    permittedBy: 'WIRE-01',
    mutateAnswers: inBothProtocols(
      rewrites(({ headers }) => ({
        headers: {
          ...headers,
          'x-amzn-requestid': '0123abcd-0123-0123-0123-0123456789ab',
          via: '1.1 example (proxy)',
          'x-cache': 'Miss from proxy',
          'set-cookie': 'lb=1; Path=/',
        },
      })),
    ),
  },
  'braces-for-an-empty-body': {
    freedom: 'A success without output is {} and not an empty body.',
    permittedBy: 'WIRE-02',
    mutateAnswers: rewrites(({ body }) => (body === '' ? { body: '{}' } : undefined)),
  },
  'escapes-in-answers': {
    freedom: 'Every slash and every character outside ASCII is escaped in the JSON of an answer.',
    permittedBy: 'WIRE-03',
    mutateAnswers: rewrites(({ body }) => ({
      body: body
        .replaceAll('/', String.raw`\/`)
        .replaceAll(/[^ -~]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`),
    })),
  },
  'members-of-its-own': {
    freedom: 'Answers with members have one more, which no client knows.',
    permittedBy: 'WIRE-03',
    mutateAnswers: rewrites((right) =>
      right.body === '' ? undefined : bodyOf({ ...membersOfAnswer(right), NoSuchMember: [1] }),
    ),
  },
  'white-space-in-answers': {
    freedom: 'Answers are formatted for people.',
    permittedBy: 'WIRE-03',
    mutateAnswers: rewrites((right) =>
      right.body === '' ? undefined : { body: ` ${JSON.stringify(membersOfAnswer(right), undefined, 2)}\n` },
    ),
  },
  'message-in-capitals': {
    freedom: 'The member with the message is spelt Message, as clients read it too.',
    permittedBy: 'WIRE-07',
    mutateAnswers: rewritesErrors(({ message: Message, ...members }) => bodyOf({ ...members, Message })),
  },
  'no-message': {
    freedom: 'Errors have no message.',
    permittedBy: 'WIRE-07',
    mutateAnswers: inBothProtocols(rewritesErrors(({ __type }) => bodyOf({ __type }))),
  },
  'null-for-a-message': {
    freedom: 'The message of an error is null.',
    permittedBy: 'WIRE-07',
    mutateAnswers: rewritesErrors(({ __type }) => bodyOf({ __type, message: null })),
  },
  'tells-more-about-errors': {
    freedom: 'Errors have a long message in several scripts, and members that no client knows.',
    permittedBy: 'WIRE-07',
    mutateAnswers: inBothProtocols(
      rewritesErrors((members) =>
        bodyOf({
          details: [{ reason: 'none', code: 7 }],
          ...members,
          message: `\u4e16\u00e9 "\\ ${'x'.repeat(10_000)}`,
          retryable: false,
        }),
      ),
    ),
  },
  'malformed-request-for-what-cannot-be-read': {
    freedom: 'What cannot be read is refused with MalformedHttpRequestException, an unknown operation with status 405.',
    permittedBy: 'WIRE-10',
    mutateAnswers: inBothProtocols(
      rewritesErrors(({ __type }) => {
        if (__type === 'SerializationException')
          return errorOf('MalformedHttpRequestException', 'The body cannot be read.');
        return __type === 'UnknownOperationException'
          ? errorOf('MalformedHttpRequestException', 'No.', 405)
          : undefined;
      }),
    ),
  },
  'other-errors-for-what-cannot-be-read': {
    freedom: 'What cannot be read is refused with ValidationException and status 404.',
    permittedBy: 'WIRE-10',
    mutateAnswers: inBothProtocols(
      rewritesErrors(({ __type }) =>
        __type === 'SerializationException' || __type === 'UnknownOperationException'
          ? errorOf('ValidationException', 'no', 404)
          : undefined,
      ),
    ),
  },
  'refuses-unknown-members': {
    freedom: 'A request with a member that the operation does not know is refused.',
    permittedBy: 'WIRE-10',
    mutateAnswers: mutateAnswers(undefined, ({ request, operation, ask }) => {
      const names = Object.keys(membersOfRequest(request, operation) ?? {});
      return names.every((name) => name === 'ResourceArn' || name === 'Policy')
        ? ask(request)
        : errorOf('SerializationException', 'unknown member');
    }),
  },
  'errors-named-in-header-and-body': {
    freedom: 'Errors are named in the header with a URL and in the body with a namespace.',
    permittedBy: 'WIRE-11',
    mutateAnswers: rewritesErrors(({ __type, ...members }, { headers }) => ({
      headers: { ...headers, 'x-amzn-errortype': `${String(__type)}:http://internal.example/coral/` },
      ...bodyOf({ ...members, __type: `com.amazonaws.acmpca#${String(__type)}` }),
    })),
  },
  'errors-named-in-the-header': {
    freedom: 'Errors are named in the header and not in the body.',
    permittedBy: 'WIRE-11',
    mutateAnswers: rewritesErrors(({ __type, ...members }, { headers }) => ({
      headers: { ...headers, 'x-amzn-errortype': String(__type) },
      ...bodyOf(members),
    })),
  },
  'errors-without-a-body': {
    freedom: 'Errors have a header with their name and a URL, and no body.',
    permittedBy: 'WIRE-11',
    mutateAnswers: rewritesErrors(({ __type }, { headers }) => ({
      headers: { ...headers, 'x-amzn-errortype': `${String(__type)}:http://internal.example/` },
      body: '',
    })),
  },
  'names-errors-in-code-alone': {
    freedom: 'Errors are named by the member code, the third place that the protocol knows.',
    permittedBy: 'WIRE-11',
    mutateAnswers: rewritesErrors(({ __type: code, message }) => bodyOf({ code, message })),
  },
  'namespace-before-names': {
    freedom: 'The names of errors have a namespace before them.',
    permittedBy: 'WIRE-11',
    mutateAnswers: rewritesErrors((members) =>
      bodyOf({ ...members, __type: `com.amazonaws.acmpca#${String(members['__type'])}` }),
    ),
  },
  'namespace-with-a-version-before-names': {
    freedom: 'The names of errors have a namespace with the version of the model before them.',
    permittedBy: 'WIRE-11',
    mutateAnswers: rewritesErrors((members) =>
      bodyOf({ ...members, __type: `com.amazonaws.acmpca.v20170822#${String(members['__type'])}` }),
    ),
  },
  'url-after-names': {
    freedom: 'The names of errors have a URL after them.',
    permittedBy: 'WIRE-11',
    mutateAnswers: rewritesErrors((members) =>
      bodyOf({ ...members, __type: `${String(members['__type'])}:http://internal.example/` }),
    ),
  },
});

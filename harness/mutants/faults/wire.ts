// What the checks of suites/wire.ts notice: faults in requests and answers as they go over HTTP.

import { inBothProtocols } from '../in-both-protocols.js';
import { cborBytes } from '../../api/cbor/cbor-bytes.js';
import { membersOfCbor } from '../../api/cbor/read-cbor.js';
import { faults } from '../mutant.js';
import {
  bodyOf,
  emptySuccess,
  errorOf,
  membersOfRequest,
  mutateAnswers,
  pageOf,
  rewrites,
  rewritesErrors,
  rewritesErrorsNamed,
  rewritesMembers,
  rewritesPolicy,
  rewritesRequests,
  rewritesSuccess,
} from '../mutate-answers.js';

export const wireFaults = faults('wire', {
  'returns-something-from-put': {
    fault: 'PutPolicy returns the members that it was given.',
    breaks: 'WIRE-02',
    killedBy: 'returns-no-output-from-put-policy',
    mutateAnswers: inBothProtocols(rewritesSuccess('PutPolicy', (_right, { body }) => ({ body }))),
  },
  'returns-the-policy-as-an-object': {
    fault: 'GetPolicy returns the policy as an object and not as a text.',
    breaks: 'WIRE-03',
    killedBy: 'returns-the-policy-as-a-string',
    mutateAnswers: inBothProtocols(rewritesPolicy((text) => JSON.parse(text))),
  },
  'answers-delete-with-a-page': {
    fault: 'A successful DeletePolicy is answered with a page in HTML.',
    breaks: 'WIRE-04',
    killedBy: 'returns-no-output-from-delete-policy',
    mutateAnswers: inBothProtocols(rewritesSuccess('DeletePolicy', () => pageOf(200))),
  },
  'answers-without-content': {
    fault: 'A success without output has status 204.',
    breaks: 'WIRE-04',
    killedBy: 'returns-no-output-from-delete-policy',
    mutateAnswers: inBothProtocols(
      rewrites(({ status, body }) => (status === 200 && body === '' ? { status: 204 } : undefined)),
    ),
  },
  'gives-messages-that-are-objects': {
    fault: 'The message of an error is an object.',
    breaks: 'WIRE-07',
    killedBy: 'returns-messages-as-strings',
    mutateAnswers: inBothProtocols(
      rewritesErrors((members) => bodyOf({ ...members, message: { text: members['message'] } })),
    ),
  },
  'answers-what-is-not-found-with-a-page': {
    fault: 'ResourceNotFoundException is a page in HTML with status 404.',
    breaks: 'WIRE-11',
    killedBy: 'names-the-type-of-errors',
    mutateAnswers: inBothProtocols(rewritesErrorsNamed('ResourceNotFoundException', () => pageOf(404))),
  },
  'gives-errors-no-name': {
    fault: 'Errors have a message and no name.',
    breaks: 'WIRE-11',
    killedBy: 'names-the-type-of-errors',
    mutateAnswers: inBothProtocols(rewritesErrors(({ message }) => bodyOf({ message }))),
  },
  'accepts-what-lacks-a-member': {
    fault: 'A request without a member that is required succeeds and does nothing.',
    breaks: 'WIRE-10',
    killedBy: 'rejects-missing-members',
    mutateAnswers: inBothProtocols(
      rewritesErrors(({ message }) => (String(message).includes('must not be null') ? emptySuccess : undefined)),
    ),
  },
  'uses-the-last-authority-where-none-is-named': {
    fault: 'A request without ResourceArn acts on the CA that was named last.',
    breaks: 'WIRE-10',
    killedBy: 'rejects-missing-members',
    mutateAnswers: inBothProtocols(
      mutateAnswers<unknown>(undefined, ({ request, operation, memory: last, remember, ask }) => {
        const members = membersOfRequest(request, operation);
        const named = members?.['ResourceArn'] ?? undefined;
        if (named !== undefined) remember(named);
        const mended = members !== undefined && named === undefined ? bodyOf({ ...members, ResourceArn: last }) : {};
        return ask({ ...request, ...mended });
      }),
    ),
  },
  'breaks-on-members-that-are-no-texts': {
    fault: 'A member that is not a text is answered with an HTML page and status 500.',
    breaks: 'WIRE-10',
    killedBy: 'rejects-wrong-types',
    mutateAnswers: inBothProtocols(
      rewritesErrorsNamed('SerializationException', ({ message }) =>
        String(message).includes('is not a string') ? pageOf(500) : {},
      ),
    ),
  },
  'loses-the-policy-when-it-cannot-read-a-request': {
    fault: 'A member of the wrong type deletes the policy of the CA in the same request.',
    breaks: 'WIRE-10',
    killedBy: 'rejects-wrong-types',
    mutateAnswers: inBothProtocols(
      mutateAnswers(undefined, ({ request, operation, ask }) => {
        const right = ask(request);
        const { ResourceArn: arn } = membersOfRequest(request, operation) ?? {};
        if (right.body.includes('"SerializationException"') && typeof arn === 'string') {
          ask({ ...request, target: 'ACMPrivateCA.DeletePolicy', body: JSON.stringify({ ResourceArn: arn }) });
        }
        return right;
      }),
    ),
  },
  'takes-a-list-of-one-for-a-text': {
    fault: 'A member that is a list of one text is taken for the text.',
    breaks: 'WIRE-10',
    killedBy: 'rejects-wrong-types',
    mutateAnswers: inBothProtocols(
      rewritesMembers((members) =>
        Object.fromEntries(
          Object.entries(members).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
        ),
      ),
    ),
  },
  'takes-a-policy-that-is-an-object': {
    fault: 'PutPolicy accepts the policy as an object too.',
    breaks: 'WIRE-10',
    killedBy: 'rejects-wrong-types',
    mutateAnswers: inBothProtocols(
      rewritesMembers(({ Policy: policy, ...members }) => ({
        ...members,
        Policy:
          typeof policy === 'object' && policy !== null && !Array.isArray(policy) ? JSON.stringify(policy) : policy,
      })),
    ),
  },
  'breaks-on-bodies-that-are-not-json': {
    fault: 'A body that cannot be read is answered with InternalFailure.',
    breaks: 'WIRE-10',
    killedBy: 'rejects-unreadable-bodies',
    mutateAnswers: inBothProtocols(
      rewritesErrorsNamed('SerializationException', ({ message }) =>
        /not (?:JSON|CBOR)/.test(String(message)) ? errorOf('InternalFailure', 'Unexpected token', 500) : {},
      ),
    ),
  },
  'reads-cbor-in-a-request-of-json': {
    fault: 'A body in CBOR is read although the request is one of JSON.',
    breaks: 'WIRE-10',
    killedBy: 'rejects-unreadable-bodies',
    mutateAnswers: rewritesRequests(({ cbor }) =>
      cbor === undefined ? {} : { cbor: undefined, ...bodyOf(membersOfCbor(cborBytes(cbor)) ?? {}) },
    ),
  },
  'leaves-what-it-cannot-read-unnamed': {
    fault: 'What cannot be read is refused with a message and no name.',
    breaks: 'WIRE-10',
    killedBy: 'rejects-unreadable-bodies',
    mutateAnswers: rewritesErrorsNamed('SerializationException', ({ message }) => bodyOf({ message })),
  },
  'mends-bodies-that-are-cut-off': {
    fault: 'A body that lacks its last brace is taken for the whole.',
    breaks: 'WIRE-10',
    killedBy: 'rejects-unreadable-bodies',
    mutateAnswers: rewritesRequests(({ body }) =>
      body.startsWith('{') && !body.endsWith('}') ? { body: `${body}}` } : {},
    ),
  },
  'takes-a-list-of-one-for-a-body': {
    fault: 'A body that is a list of one object is taken for the object.',
    breaks: 'WIRE-10',
    killedBy: 'rejects-unreadable-bodies',
    mutateAnswers: rewritesRequests(({ body }) => ({ body: body.replace(/^\[(\{.*\})\]$/s, '$1') })),
  },
  'takes-unknown-operations-for-done': {
    fault: 'An operation that does not exist succeeds.',
    breaks: 'WIRE-10',
    killedBy: 'rejects-unknown-operations',
    mutateAnswers: inBothProtocols(rewritesErrorsNamed('UnknownOperationException', () => emptySuccess)),
  },
});

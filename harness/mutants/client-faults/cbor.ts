// What the checks of suites/sdk/cbor-*.ts notice: clients that speak RPC v2 CBOR incorrectly.

import { DriverCrash } from '../../api/driver-fault.js';
import { serviceShape, shapeNamespace } from '../../api/protocol.js';
import { clientFaults } from '../client-mutant.js';
import { membersOfAnswer, membersOfBytes } from '../plain-client/cbor-parts.js';
import {
  errorNames,
  errors,
  headers,
  members,
  ok,
  outputs,
  request,
  retries,
  text,
} from '../plain-client/mutations.js';
import { membersIn, unreadable, type ClientParts, type PlainAnswer } from '../plain-client/parts.js';

/** Whether an operation without output was answered with members. */
function isUnexpected(answer: PlainAnswer): boolean {
  const names = Object.keys(membersOfAnswer(answer) ?? {});
  return names.length > 0 && !names.includes('Policy');
}

function failsAfterUnexpectedMembers(correct: ClientParts): Partial<ClientParts> {
  let isBroken = false;
  return {
    readOutput: (call, answer) => {
      if (isBroken) return unreadable('an earlier answer was not read to its end');
      isBroken = call.operation !== 'GetPolicy' && isUnexpected(answer);
      return correct.readOutput(call, answer);
    },
  };
}

function typeOf(answer: PlainAnswer): string | undefined {
  const name = membersOfAnswer(answer)?.['__type'];
  return typeof name === 'string' ? name : undefined;
}

function startsWith({ bytes }: PlainAnswer, byte: number): boolean {
  return bytes[0] === byte;
}

export const cborFaults = clientFaults('sdk-cbor', {
  'names-a-target-beside-the-path': {
    fault: 'The operation is named in X-Amz-Target too.',
    breaks: 'SDK-130',
    killedBy: 'follows-one-protocol',
    mutate: headers((sent, { operation }) => ({ ...sent, 'x-amz-target': `ACMPrivateCA.${operation}` })),
  },
  'names-operations-with-a-namespace': {
    fault: 'The path names the operation with its namespace.',
    breaks: 'SDK-131',
    killedBy: 'posts-to-the-path-of-the-operation',
    mutate: request((sent, { operation }) => ({
      ...sent,
      url: new URL(`/service/${serviceShape}/operation/${shapeNamespace}.${operation}`, sent.url),
    })),
  },
  'posts-reads-to-the-root': {
    fault: 'GetPolicy goes to the path of the JSON protocol.',
    breaks: 'SDK-131',
    killedBy: 'posts-to-the-path-of-the-operation',
    mutate: request((sent, { operation }) =>
      operation === 'GetPolicy' ? { ...sent, url: new URL('/', sent.url) } : sent,
    ),
  },
  'says-json-of-its-cbor': {
    fault: 'The content type is that of JSON.',
    breaks: 'SDK-132',
    killedBy: 'sends-the-headers-of-the-protocol',
    mutate: headers((sent) => ({ ...sent, 'content-type': 'application/x-amz-json-1.1' })),
  },
  'accepts-every-type': {
    fault: 'Accept has a wildcard.',
    breaks: 'SDK-132',
    killedBy: 'sends-the-headers-of-the-protocol',
    mutate: headers((sent) => ({ ...sent, accept: '*/*' })),
  },
  'asks-for-errors-of-queries': {
    fault: 'The header x-amzn-query-mode is sent, though the service never spoke the protocol of queries.',
    breaks: 'SDK-132',
    killedBy: 'sends-the-headers-of-the-protocol',
    mutate: headers((sent) => ({ ...sent, 'x-amzn-query-mode': 'true' })),
  },
  'sends-a-byte-after-the-map': {
    fault: 'A zero byte follows the map.',
    breaks: 'SDK-133',
    killedBy: 'sends-one-map-of-texts',
    mutate: (correct) => ({ bodyOf: (sent) => Buffer.concat([correct.bodyOf(sent), Buffer.from([0])]) }),
  },
  'sends-null-for-what-is-not-given': {
    fault: 'A member that the call does not have is sent as null.',
    breaks: 'SDK-133',
    killedBy: 'sends-one-map-of-texts',
    mutate: members((sent) => ({ ResourceArn: null, Policy: null, ...sent })),
  },
  'sends-policies-as-bytes': {
    fault: 'Policy is a byte string.',
    breaks: 'SDK-133',
    killedBy: 'sends-one-map-of-texts',
    mutate: text('Policy', (policy) => Buffer.from(policy)),
  },
  'encodes-texts-twice': {
    fault: 'The bytes of a policy are taken for characters and encoded once more.',
    breaks: 'SDK-134',
    killedBy: 'sends-texts-unchanged',
    mutate: text('Policy', (policy) => Buffer.from(policy).toString('latin1')),
  },
  'cuts-texts-at-two-bytes-of-length': {
    fault: 'A text is cut at 65535 characters.',
    breaks: 'SDK-134',
    killedBy: 'sends-texts-unchanged',
    mutate: text('Policy', (policy) => policy.slice(0, 65_535)),
  },
  'writes-arns-in-lower-case': {
    fault: 'ResourceArn is written in lower case.',
    breaks: 'SDK-134',
    killedBy: 'sends-texts-unchanged',
    mutate: text('ResourceArn', (arn) => arn.toLowerCase()),
  },
  'reads-no-indefinite-maps': {
    fault: 'A map of indefinite length cannot be read.',
    breaks: 'SDK-135',
    killedBy: 'reads-either-form-of-a-map',
    mutate: outputs((right, answer) => (startsWith(answer, 0xbf) ? unreadable('no length') : right)),
  },
  'breaks-on-byte-strings': {
    fault: 'An unknown member that is a byte string makes the answer unreadable.',
    breaks: 'SDK-135',
    killedBy: 'skips-unknown-members',
    mutate: outputs((right, answer) =>
      Object.values(membersOfAnswer(answer) ?? {}).some((value) => value instanceof Uint8Array)
        ? unreadable('major type 2')
        : right,
    ),
  },
  'reads-the-first-member-alone': {
    fault: 'Of an answer the first member is read.',
    breaks: 'SDK-135',
    killedBy: 'skips-unknown-members',
    mutate: outputs((right, answer) => {
      const [first] = Object.keys(membersOfAnswer(answer) ?? {});
      return right.type === 'ok' && first !== 'Policy' ? ok() : right;
    }),
  },
  'needs-a-body-of-writes': {
    fault: 'An empty body is no map, and so a failure of PutPolicy and DeletePolicy.',
    breaks: 'SDK-136',
    killedBy: 'accepts-empty-answers',
    mutate: outputs((right, { bytes }, { operation }) =>
      operation !== 'GetPolicy' && bytes.length === 0 ? unreadable('end of input') : right,
    ),
  },
  'needs-a-type-of-empty-maps': {
    fault: 'A body without a content type is a failure.',
    breaks: 'SDK-136',
    killedBy: 'accepts-empty-answers',
    mutate: outputs((right, { bytes, headers: told }) =>
      bytes.length > 0 && told['content-type'] === undefined ? unreadable('no content type') : right,
    ),
  },
  'crashes-on-unexpected-members': {
    fault: 'A member in the answer of PutPolicy or DeletePolicy ends the process.',
    breaks: 'SDK-137',
    killedBy: 'survives-unexpected-members',
    mutate: outputs((right, answer, { operation }) => {
      if (operation === 'GetPolicy' || !isUnexpected(answer)) return right;
      throw new DriverCrash('the process ended', 'exit code 2', ['panic: nil schema']);
    }),
  },
  'loses-its-place-after-unexpected-members': {
    fault: 'After a member in the answer of PutPolicy or DeletePolicy the next answer cannot be read.',
    breaks: 'SDK-137',
    killedBy: 'survives-unexpected-members',
    mutate: failsAfterUnexpectedMembers,
  },
  'needs-a-body-of-reads': {
    fault: 'GetPolicy with an empty body is a failure.',
    breaks: 'SDK-138',
    killedBy: 'accepts-an-answer-without-a-policy',
    mutate: outputs((right, { bytes }, { operation }) =>
      operation === 'GetPolicy' && bytes.length === 0 ? unreadable('end of input') : right,
    ),
  },
  'makes-a-text-of-null': {
    fault: 'A policy of null is handed on as the text null.',
    breaks: 'SDK-138',
    killedBy: 'accepts-an-answer-without-a-policy',
    mutate: outputs((right, answer) => (membersOfAnswer(answer)?.['Policy'] === null ? ok({ Policy: 'null' }) : right)),
  },
  'knows-one-namespace': {
    fault: 'The name of an error in another namespace keeps it.',
    breaks: 'SDK-140',
    killedBy: 'reads-names-from-the-type',
    mutate: errorNames((answer, right) => {
      const type = typeOf(answer);
      return type?.startsWith(`${shapeNamespace}#`) === false ? type : right;
    }),
  },
  'prefers-the-header-of-json': {
    fault: 'The header x-amzn-errortype comes before __type.',
    breaks: 'SDK-140',
    killedBy: 'reads-names-from-the-type',
    mutate: errorNames(({ headers: told }, right) => told['x-amzn-errortype'] ?? right),
  },
  'reads-code-where-there-is-no-type': {
    fault: 'The member code names an error without a __type.',
    breaks: 'SDK-140',
    killedBy: 'reads-names-from-nothing-else',
    mutate: errorNames((answer, right) => {
      const code = membersOfAnswer(answer)?.['code'];
      return right ?? (typeof code === 'string' ? code : undefined);
    }),
  },
  'needs-a-message-in-cbor': {
    fault: 'An error without a message has no name either.',
    breaks: 'SDK-141',
    killedBy: 'reports-modelled-errors-by-name',
    mutate: errors((error) => (error.message === null ? { ...error, code: 'UnknownError' } : error)),
  },
  'knows-errors-by-their-bare-names': {
    fault: 'An error with a namespace has the type of all unknown errors.',
    breaks: 'SDK-141',
    killedBy: 'has-a-type-for-every-modelled-error',
    mutate: errors((error, answer) =>
      typeOf(answer)?.includes('#') === true ? { ...error, className: 'ServiceException' } : error,
    ),
  },
  'reads-policies-of-every-protocol': {
    fault: 'The policy of an answer without Smithy-Protocol is handed on.',
    breaks: 'SDK-142',
    killedBy: 'takes-nothing-from-foreign-answers',
    mutate: outputs((right, { bytes }) => {
      const policy = membersOfBytes(bytes)?.['Policy'];
      return typeof policy === 'string' ? ok({ Policy: policy }) : right;
    }),
  },
  'reads-errors-of-every-protocol': {
    fault: 'The name of an error is read from an answer of another protocol.',
    breaks: 'SDK-142',
    killedBy: 'takes-nothing-from-foreign-answers',
    mutate: errorNames(({ bytes }, right) => {
      const type = membersOfBytes(bytes)?.['__type'];
      return typeof type === 'string' ? type.split('#').at(-1) : right;
    }),
  },
  'breaks-on-empty-errors': {
    fault: 'An error with an empty body ends in a failure of the client itself.',
    breaks: 'SDK-143',
    killedBy: 'reports-broken-errors-as-failures',
    mutate: errors((error, { bytes }) =>
      bytes.length === 0 && error.status === 400
        ? { type: 'transportError', id: '', cause: 'other', message: 'a map was expected' }
        : error,
    ),
  },
  'gives-up-on-pages': {
    fault: 'A page with status 502 is not sent again.',
    breaks: 'SDK-143',
    killedBy: 'retries-broken-server-errors',
    mutate: (correct) => ({
      readError: (answer, name) => {
        const error = correct.readError(answer, name);
        return answer.text.startsWith('<') && error.type === 'serviceError' ? { ...error, retryable: false } : error;
      },
      isRetryable: (answer, call) =>
        correct.isRetryable(answer, call) && !(answer.type === 'serviceError' && answer.retryable === false),
    }),
  },
  'sends-what-has-no-name-again': {
    fault: 'A call that ended in an error without a name is sent again.',
    breaks: 'SDK-143',
    killedBy: 'does-not-retry-broken-client-errors',
    mutate: retries((answer, right) => right || (answer.type === 'serviceError' && answer.code === null)),
  },
  'ends-what-has-no-end': {
    fault: 'A map that lacks its break is read as if it were there.',
    breaks: 'SDK-144',
    killedBy: 'returns-no-policy-from-broken-answers',
    mutate: outputs((right, answer) => {
      if (!startsWith(answer, 0xbf)) return right;
      const policy = membersOfBytes(Buffer.concat([answer.bytes, Buffer.from([0xff])]))?.['Policy'];
      return typeof policy === 'string' ? ok({ Policy: policy }) : right;
    }),
  },
  'reads-json-where-it-asked-for-cbor': {
    fault: 'An answer in JSON is read as one.',
    breaks: 'SDK-144',
    killedBy: 'returns-no-policy-from-broken-answers',
    mutate: outputs((right, { text: body }) => {
      const policy = membersIn(body)?.['Policy'];
      return typeof policy === 'string' ? ok({ Policy: policy }) : right;
    }),
  },
  'makes-texts-of-numbers': {
    fault: 'A policy that is a number is handed on as its digits.',
    breaks: 'SDK-145',
    killedBy: 'returns-only-texts',
    mutate: outputs((right, answer) => {
      const policy = membersOfAnswer(answer)?.['Policy'];
      return typeof policy === 'number' ? ok({ Policy: String(policy) }) : right;
    }),
  },
  'writes-byte-strings-in-base64': {
    fault: 'A policy that is a byte string is handed on in base64.',
    breaks: 'SDK-145',
    killedBy: 'returns-only-texts',
    mutate: outputs((right, answer) => {
      const policy = membersOfAnswer(answer)?.['Policy'];
      return policy instanceof Uint8Array ? ok({ Policy: Buffer.from(policy).toString('base64') }) : right;
    }),
  },
});

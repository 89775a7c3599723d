// Freedoms of clients: each is the plain client, changed where the sources leave a choice.

import { createHash, createHmac } from 'node:crypto';
import type { CallAnswer, DriverCall } from '../../api/driver.js';
import { newestModelRevision, serviceModels } from '../../api/service-model.js';
import type { ClientVariant } from '../client-mutant.js';
import { named } from '../named.js';
import { errorNames, errors, headers, ok, outputs, request, retries, without } from '../plain-client/mutations.js';
import { membersIn, unreadable, type PlainRequest } from '../plain-client/parts.js';

function capitals(name: string): string {
  return name.replaceAll(/(^|-)[a-z]/g, (start) => start.toUpperCase());
}

/** As in the newest model. */
function objectionTo({ operation, input }: DriverCall): CallAnswer | undefined {
  const { arn, policy } = serviceModels[newestModelRevision];
  const shapes = operation === 'PutPolicy' ? { ResourceArn: arn, Policy: policy } : { ResourceArn: arn };
  const wrong = Object.entries(shapes).find(([member, { min, max, pattern }]) => {
    const text = input[member];
    return typeof text !== 'string' || text.length < min || text.length > max || !new RegExp(`^${pattern}$`).test(text);
  });
  return wrong === undefined
    ? undefined
    : { type: 'transportError', id: '', cause: 'request', message: `${wrong[0]} is not as the model has it` };
}

function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text, 'utf8').digest();
}

const passingErrors = ['ConcurrentModificationException', 'RequestFailedException'];

export const plainClientVariants = named<ClientVariant>({
  'speaks-http-1-0': {
    freedom: 'Requests are in HTTP/1.0.',
    permittedBy: 'SDK-01',
    mutate: () => ({ httpVersion: '1.0' }),
  },
  'spells-its-headers-in-capitals': {
    freedom: 'Headers are spelt in capitals, as they may be.',
    permittedBy: 'SDK-02',
    mutate: (correct) => ({
      sign: async (sent, choice) => {
        const signed = await correct.sign(sent, choice);
        const inCapitals = Object.entries(signed.headers).map(([name, value]) => [capitals(name), value]);
        return { ...signed, headers: Object.fromEntries(inCapitals) };
      },
    }),
  },
  'escapes-everything-above-ascii': {
    freedom: 'In the body, everything above ASCII is an escape.',
    permittedBy: 'SDK-05',
    mutate: (correct) => ({
      bodyOf: (members) =>
        Buffer.from(
          correct
            .bodyOf(members)
            .toString()
            .replaceAll(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
        ),
    }),
  },
  'writes-its-body-on-lines': {
    freedom: 'The body is written on lines, with the members in another order.',
    permittedBy: 'SDK-05',
    mutate: () => ({
      bodyOf: (members) =>
        Buffer.from(JSON.stringify(Object.fromEntries(Object.entries(members).toReversed()), undefined, 2)),
    }),
  },
  'refuses-what-the-model-forbids': {
    freedom: 'What is outside the lengths and patterns of the model is refused by the client.',
    permittedBy: 'SDK-13',
    mutate: () => ({ refusal: objectionTo }),
  },
  'sends-unknown-members-on': {
    freedom: 'A member that the model does not know is sent as it is.',
    permittedBy: 'SDK-15',
    mutate: () => ({ membersOf: ({ input }) => input }),
  },
  'offers-nothing-more': {
    freedom: 'The driver offers nothing beyond one call after another.',
    permittedBy: 'SDK-17',
    mutate: () => ({ capabilities: [] }),
  },
  'opens-a-connection-for-each-call': {
    freedom: 'Every request asks for its connection to be closed.',
    permittedBy: 'SDK-18',
    mutate: headers((sent) => ({ ...sent, connection: 'close' })),
  },
  'has-another-user-agent': {
    freedom: 'The user agent is another one.',
    permittedBy: 'SDK-19',
    mutate: headers((sent) => ({ ...sent, 'user-agent': 'aws-sdk-cobol/0.1 os/zos' })),
  },
  'names-no-user-agent': {
    freedom: 'There is no user agent.',
    permittedBy: 'SDK-19',
    mutate: headers((sent) => without(sent, 'user-agent')),
  },
  'dates-with-date': {
    freedom: 'The header Date tells the time of a signature, in the place of X-Amz-Date.',
    permittedBy: 'SDK-24',
    mutate: () => ({
      async sign(sent, { credentials, region, service, nowMs }): Promise<PlainRequest> {
        const { accessKeyId, secretAccessKey, sessionToken } = credentials;
        const now = new Date(nowMs);
        const longDate = now.toISOString().replaceAll(/[-:]|\.\d+/g, '');
        const dated: Readonly<Record<string, string>> = {
          ...sent.headers,
          date: now.toUTCString(),
          ...(sessionToken === undefined ? {} : { 'x-amz-security-token': sessionToken }),
        };
        const signed = Object.entries(dated)
          .map(([name, value]) => [name.toLowerCase(), value.trim().replaceAll(/ +/g, ' ')] as const)
          .sort(([left], [right]) => (left < right ? -1 : 1));
        const names = signed.map(([name]) => name).join(';');
        const lines = signed.map(([name, value]) => `${name}:${value}\n`).join('');
        const path = sent.url.pathname.split('/').map(encodeURIComponent).join('/');
        const canonical = [sent.method, path, '', lines, names, sha256(sent.body)].join('\n');
        const scope = [longDate.slice(0, 8), region, service, 'aws4_request'];
        const key = scope.reduce<Buffer>((above, part) => hmac(above, part), Buffer.from(`AWS4${secretAccessKey}`));
        const toSign = ['AWS4-HMAC-SHA256', longDate, scope.join('/'), sha256(canonical)].join('\n');
        const credential = `Credential=${[accessKeyId, ...scope].join('/')}`;
        const signature = `Signature=${hmac(key, toSign).toString('hex')}`;
        const authorization = `AWS4-HMAC-SHA256 ${credential}, SignedHeaders=${names}, ${signature}`;
        return { ...sent, headers: { ...dated, authorization } };
      },
    }),
  },
  'sends-its-headers-in-another-order': {
    freedom: 'Headers go out in another order.',
    permittedBy: 'SDK-25',
    mutate: headers((sent) => Object.fromEntries(Object.entries(sent).toReversed())),
  },
  'signs-the-hash-of-the-body': {
    freedom: 'The hash of the body is sent in X-Amz-Content-Sha256, and is signed.',
    permittedBy: 'SDK-25',
    mutate: request((sent) => ({
      ...sent,
      headers: { ...sent.headers, 'x-amz-content-sha256': createHash('sha256').update(sent.body).digest('hex') },
    })),
  },
  'does-not-correct-its-clock': {
    freedom: 'An error about the time is one like any other.',
    permittedBy: 'SDK-30',
    mutate: errors((error) => (error.code === 'InvalidSignatureException' ? { ...error, retryable: false } : error)),
  },
  'has-no-types-for-errors': {
    freedom: 'Errors have no types; their names are all there is.',
    permittedBy: 'SDK-41',
    mutate: errors((error) => ({ ...error, className: null })),
  },
  'names-its-types-in-another-convention': {
    freedom: 'Types for errors are named after another convention.',
    permittedBy: 'SDK-41',
    mutate: errors((error) => ({ ...error, className: (error.className ?? '').replace(/Exception$/, 'Error') })),
  },
  'surrounds-messages': {
    freedom: 'The message of an error has more around that of the service.',
    permittedBy: 'SDK-42',
    mutate: errors((error) => ({ ...error, message: `An error occurred (${error.code}): ${error.message ?? ''}` })),
  },
  'tells-neither-status-nor-request-id': {
    freedom: 'An error has neither its status nor its request id.',
    permittedBy: 'SDK-44',
    mutate: errors((error) => ({ ...error, status: error.status === 400 ? null : error.status, requestId: null })),
  },
  'leaves-the-address-of-names': {
    freedom: 'An address stays after the name of an error that has no namespace.',
    permittedBy: 'SDK-45',
    mutate: errorNames(({ text }, right) => {
      const name = membersIn(text)?.['__type'];
      return typeof name === 'string' && !name.includes('#') ? name : right;
    }),
  },
  'hands-null-on': {
    freedom: 'A policy of null is handed on as null.',
    permittedBy: 'SDK-64',
    mutate: outputs((right, { text }) => (text === '{"Policy":null}' ? ok({ Policy: null }) : right)),
  },
  'takes-no-answer-of-another-type': {
    freedom: 'An answer of another content type is a failure.',
    permittedBy: 'SDK-73',
    mutate: outputs((right, answer) =>
      (answer.headers['content-type'] ?? '').startsWith('application/x-amz-json') ? right : unreadable('content type'),
    ),
  },
  'repeats-what-may-pass': {
    freedom: 'A call that met ConcurrentModificationException or RequestFailedException is sent again.',
    permittedBy: 'SDK-82',
    mutate: retries(
      (answer, right) => right || (answer.type === 'serviceError' && passingErrors.includes(answer.code ?? '')),
    ),
  },
  'gives-up-after-two': {
    freedom: 'The tokens of the client last for two attempts at a call, whatever it was told.',
    permittedBy: 'SDK-83',
    mutate: (correct) => ({ attemptsOf: (call) => Math.min(2, correct.attemptsOf(call)) }),
  },
  'sends-its-attempts-along': {
    freedom: 'Each request says which attempt it is.',
    permittedBy: 'SDK-84',
    mutate: headers((sent) => ({ ...sent, 'amz-sdk-invocation-id': '7f3c', 'amz-sdk-request': 'attempt=1; max=3' })),
  },
  'waits-for-longer': {
    freedom: 'Before it sends a call again, the client waits for longer.',
    permittedBy: 'SDK-87',
    mutate: () => ({ waitMs: (attempt) => 60 * attempt }),
  },
  'tries-five-times': {
    freedom: 'By default, a call that keeps failing is sent five times.',
    permittedBy: 'SDK-91',
    mutate: (correct) => ({ attemptsOf: (call) => call.maxAttempts ?? 2 + correct.attemptsOf(call) }),
  },
  'tries-once': {
    freedom: 'By default, nothing is sent again.',
    permittedBy: 'SDK-91',
    mutate: () => ({ attemptsOf: ({ maxAttempts }) => maxAttempts ?? 1 }),
  },
  'ends-an-endpoint-with-a-slash': {
    freedom: 'The endpoints that the client computes end with a slash.',
    permittedBy: 'SDK-116',
    mutate: (correct) => ({ urlFor: (question) => `${correct.urlFor(question)}/` }),
  },
});

// What the checks of suites/sdk/request.ts notice: clients that send something other than what they were told.

import type { CallAnswer } from '../../api/driver.js';
import { clientFaults } from '../client-mutant.js';
import { headers, members, outputs, request, signed, text, without } from '../plain-client/mutations.js';
import { membersIn } from '../plain-client/parts.js';

/** Each answer except the first waits, and the previous one is handed on instead of it. */
function lateByOne(): (right: CallAnswer) => CallAnswer {
  let before: CallAnswer | undefined;
  return (right) => {
    const handedOn = before ?? right;
    before = right;
    return handedOn;
  };
}

export const requestFaults = clientFaults('sdk-request', {
  'posts-to-a-path-of-its-own': {
    fault: 'Calls go to /acm-pca instead of the root.',
    breaks: 'SDK-01',
    killedBy: 'posts-to-the-root',
    mutate: request((sent) => ({ ...sent, url: new URL('/acm-pca', sent.url) })),
  },
  'puts-in-place-of-posting': {
    fault: 'Requests have the method PUT.',
    breaks: 'SDK-01',
    killedBy: 'posts-to-the-root',
    mutate: request((sent) => ({ ...sent, method: 'PUT' })),
  },
  'calls-every-write-a-put': {
    fault: 'A delete is sent with the target of a put.',
    breaks: 'SDK-02',
    killedBy: 'names-the-operation',
    mutate: headers((sent, { operation }) =>
      operation === 'DeletePolicy' ? { ...sent, 'x-amz-target': 'ACMPrivateCA.PutPolicy' } : sent,
    ),
  },
  'names-the-service-in-its-target': {
    fault: 'The target begins with ACMPCA, which is not the prefix of the service.',
    breaks: 'SDK-02',
    killedBy: 'names-the-operation',
    mutate: headers((sent, { operation }) => ({ ...sent, 'x-amz-target': `ACMPCA.${operation}` })),
  },
  'says-that-it-is-json-1-0': {
    fault: 'The content type is that of version 1.0 of the protocol.',
    breaks: 'SDK-03',
    killedBy: 'sends-the-content-type',
    mutate: headers((sent) => ({ ...sent, 'content-type': 'application/x-amz-json-1.0' })),
  },
  'says-that-it-is-plain-json': {
    fault: 'The content type is application/json.',
    breaks: 'SDK-03',
    killedBy: 'sends-the-content-type',
    mutate: headers((sent) => ({ ...sent, 'content-type': 'application/json' })),
  },
  'sends-its-body-in-chunks': {
    fault: 'The body is sent in chunks, without its length.',
    breaks: 'SDK-124',
    killedBy: 'sends-the-content-length',
    mutate: signed((sent) => ({
      ...sent,
      headers: { ...without(sent.headers, 'content-length'), 'transfer-encoding': 'chunked' },
    })),
  },
  'leaves-the-port-out-of-the-host': {
    fault: 'The header Host has no port, whatever the endpoint has.',
    breaks: 'SDK-04',
    killedBy: 'sends-the-host',
    mutate: request((sent) => ({ ...sent, headers: { ...sent.headers, host: sent.url.hostname } })),
  },
  'encodes-texts-in-latin-1': {
    fault: 'The body is written in Latin-1.',
    breaks: 'SDK-05',
    killedBy: 'sends-a-json-object',
    mutate: () => ({ bodyOf: (sent) => Buffer.from(JSON.stringify(sent), 'latin1') }),
  },
  'adds-a-member-of-its-own': {
    fault: 'Every call carries a client token, which the operations do not know.',
    breaks: 'SDK-06',
    killedBy: 'adds-no-member',
    mutate: members((sent) => ({ ...sent, ClientToken: '00000000-0000-4000-8000-000000000000' })),
  },
  'cuts-certificates-off-the-arn': {
    fault: 'Of the ARN of a certificate, the ARN of its CA is sent.',
    breaks: 'SDK-07',
    killedBy: 'sends-the-arn-unchanged',
    mutate: text('ResourceArn', (arn) => arn.replace(/\/certificate\/.*$/, '')),
  },
  'percent-encodes-arns': {
    fault: 'Commas and equals signs in an ARN are percent-encoded.',
    breaks: 'SDK-07',
    killedBy: 'sends-the-arn-unchanged',
    mutate: text('ResourceArn', (arn) => arn.replaceAll('=', '%3D')),
  },
  'upper-cases-the-id-of-arns': {
    fault: 'The id of a CA is sent in lower case.',
    breaks: 'SDK-07',
    killedBy: 'sends-the-arn-unchanged',
    mutate: text('ResourceArn', (arn) => arn.toLowerCase()),
  },
  'quotes-what-is-no-json': {
    fault: 'A policy that does not parse is encoded as a JSON string first.',
    breaks: 'SDK-08',
    killedBy: 'sends-the-policy-as-a-string',
    mutate: text('Policy', (policy) => (membersIn(policy) === undefined ? JSON.stringify(policy) : policy)),
  },
  'sends-the-policy-as-an-object': {
    fault: 'A policy that parses is sent as a JSON object.',
    breaks: 'SDK-08',
    killedBy: 'sends-the-policy-as-a-string',
    mutate: text('Policy', (policy) => membersIn(policy) ?? policy),
  },
  'doubles-backslashes': {
    fault: 'Backslashes in a policy are escaped once too often.',
    breaks: 'SDK-09',
    killedBy: 'sends-every-character',
    mutate: text('Policy', (policy) => policy.replaceAll('\\', '\\\\')),
  },
  'drops-control-characters': {
    fault: 'Characters from U+0080 to U+009F are dropped.',
    breaks: 'SDK-09',
    killedBy: 'sends-every-character',
    mutate: text('Policy', (policy) => policy.replaceAll(/[\u0080-\u009f]/g, '')),
  },
  'drops-one-character': {
    fault: 'The letter y with diaeresis, the last of the class, is lost.',
    breaks: 'SDK-09',
    killedBy: 'sends-every-character',
    mutate: text('Policy', (policy) => policy.replaceAll('\u00ff', '')),
  },
  'encodes-utf-8-twice': {
    fault: 'The bytes of UTF-8 are taken for characters and encoded again.',
    breaks: 'SDK-09',
    killedBy: 'sends-every-character',
    mutate: text('Policy', (policy) => Buffer.from(policy).toString('latin1')),
  },
  'escapes-letters-twice': {
    fault: 'Letters above ASCII arrive as escapes, backslash and all.',
    breaks: 'SDK-09',
    killedBy: 'sends-every-character',
    mutate: text('Policy', (policy) =>
      policy.replaceAll(/[\u00a0-\u00ff]/g, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`),
    ),
  },
  'strips-the-delete-character': {
    fault: 'U+007F is dropped.',
    breaks: 'SDK-09',
    killedBy: 'sends-every-character',
    mutate: text('Policy', (policy) => policy.replaceAll('\u007f', '')),
  },
  'squeezes-spaces': {
    fault: 'Two spaces become one.',
    breaks: 'SDK-10',
    killedBy: 'keeps-white-space',
    mutate: text('Policy', (policy) => policy.replaceAll(/ +/g, ' ')),
  },
  'trims-policies': {
    fault: 'White space at the ends of a policy is trimmed.',
    breaks: 'SDK-10',
    killedBy: 'keeps-white-space',
    mutate: text('Policy', (policy) => policy.trim()),
  },
  'turns-tabs-into-spaces': {
    fault: 'A tab becomes a space.',
    breaks: 'SDK-10',
    killedBy: 'keeps-white-space',
    mutate: text('Policy', (policy) => policy.replaceAll('\t', ' ')),
  },
  'unifies-line-ends': {
    fault: 'A carriage return and line feed becomes a line feed.',
    breaks: 'SDK-10',
    killedBy: 'keeps-white-space',
    mutate: text('Policy', (policy) => policy.replaceAll('\r\n', '\n')),
  },
  'decodes-percent-signs': {
    fault: 'What looks percent-encoded in a policy is decoded.',
    breaks: 'SDK-11',
    killedBy: 'keeps-the-json-text',
    mutate: text('Policy', (policy) => policy.replaceAll('%41', 'A')),
  },
  'escapes-html-characters': {
    fault: 'Angle brackets and ampersands in a policy arrive as escapes, as some encoders write them.',
    breaks: 'SDK-11',
    killedBy: 'keeps-the-json-text',
    mutate: text('Policy', (policy) => policy.replaceAll('&', String.raw`\u0026`)),
  },
  'resolves-escapes': {
    fault: 'Escapes of letters in a policy are resolved.',
    breaks: 'SDK-11',
    killedBy: 'keeps-the-json-text',
    mutate: text('Policy', (policy) => policy.replaceAll('\\u0041', 'A')),
  },
  'writes-the-policy-anew': {
    fault: 'A policy that parses is written anew from what was read.',
    breaks: 'SDK-11',
    killedBy: 'keeps-the-json-text',
    mutate: text('Policy', (policy) => (membersIn(policy) === undefined ? policy : JSON.stringify(JSON.parse(policy)))),
  },
  'cuts-policies-at-65536': {
    fault: 'A policy ends after 65,536 characters.',
    breaks: 'SDK-12',
    killedBy: 'sends-the-longest-policy',
    mutate: text('Policy', (policy) => policy.slice(0, 65_536)),
  },
  'knows-the-former-maximum': {
    fault: 'A policy of more than 20,480 characters is refused by the client.',
    breaks: 'SDK-12',
    killedBy: 'sends-the-longest-policy',
    mutate: () => ({
      refusal: ({ input }) =>
        typeof input['Policy'] === 'string' && input['Policy'].length > 20_480
          ? { type: 'transportError', id: '', cause: 'request', message: 'Policy is longer than 20480' }
          : undefined,
    }),
  },
  'asks-with-question-marks': {
    fault: 'What is outside Latin-1 becomes a question mark.',
    breaks: 'SDK-13',
    killedBy: 'rejects-or-sends-invalid-input-unchanged',
    mutate: text('Policy', (policy) => policy.replaceAll(/[^\u0000-\u00ff]/gu, '?')),
  },
  'trims-arns': {
    fault: 'Spaces around an ARN are trimmed.',
    breaks: 'SDK-13',
    killedBy: 'rejects-or-sends-invalid-input-unchanged',
    mutate: text('ResourceArn', (arn) => arn.trim()),
  },
  'makes-an-empty-policy-up': {
    fault: 'A put without a policy is sent with an empty object as one.',
    breaks: 'SDK-14',
    killedBy: 'fills-in-no-missing-member',
    mutate: members((sent, { operation }) => (operation === 'PutPolicy' ? { Policy: '{}', ...sent } : sent)),
  },
  'sends-null-for-what-is-missing': {
    fault: 'A missing ARN is sent as null.',
    breaks: 'SDK-14',
    killedBy: 'fills-in-no-missing-member',
    mutate: members((sent) => ({ ResourceArn: null, ...sent })),
  },
  'sends-writes-twice': {
    fault: 'Each write is sent twice.',
    breaks: 'SDK-16',
    killedBy: 'sends-a-call-once',
    mutate: () => ({ copiesOf: ({ operation }) => (operation === 'GetPolicy' ? 1 : 2) }),
  },
  'mixes-overlapping-answers-up': {
    fault: 'A call that overlaps another gets the answer of the one before it.',
    breaks: 'SDK-17',
    killedBy: 'keeps-overlapping-calls-apart',
    mutate: outputs(lateByOne()),
  },
});

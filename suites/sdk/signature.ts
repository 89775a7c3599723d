// Checks on the signature: its form, its scope, the headers that it covers, and the secrecy of the key.

import type { RecordedRequest, SdkObservation } from '../../harness/api/sdk-case.js';
import { allOf, holds, unobserved, violated, type SdkFinding } from '../../harness/sdk/finding.js';
import { usualCredentials, usualRegion } from '../../harness/sdk/run-sdk-case.js';
import { expectedSignature, readSignature, sentDate, type SentSignature } from '../../harness/sdk/sent-signature.js';
import { headerValue, headerValues } from '../../harness/sdk/sent-request.js';
import type { SdkCheck } from '../../harness/sdk/sdk-check.js';
import {
  answer,
  callAt,
  callOf,
  eachOperation,
  failure,
  firstRequest,
  operations,
  putting,
  scripted,
  sentNothing,
  inputClass,
  success,
} from './calls.js';

/** The clock skew between a request and its arrival that a service tolerates. */
const toleranceMs = 5 * 60_000;

const regions = ['us-east-1', 'eu-central-1', 'cn-north-1', 'us-gov-west-1'] as const;

const sessionToken = 'FwoGZXIvYXdzEXAMPLE+token/with=signs==';

const otherCredentials = {
  accessKeyId: 'AKIDSECONDEXAMPLE',
  secretAccessKey: 'aN0therSEcReT+of/AnotherKey/0987654321zz',
};

/** Judges the signature of a request; unobserved if it has none. */
function signed(request: RecordedRequest, judge: (signature: SentSignature) => SdkFinding): SdkFinding {
  const signature = readSignature(request);
  return signature === undefined ? unobserved('the request is not signed in the documented form') : judge(signature);
}

function firstSignature(
  observation: SdkObservation,
  judge: (signature: SentSignature, request: RecordedRequest) => SdkFinding,
): SdkFinding {
  const [request] = observation.requests;
  return request === undefined
    ? unobserved('no request was sent')
    : signed(request, (signature) => judge(signature, request));
}

/** Whether the received bytes of a request are signed with these keys. */
function signatureFits(request: RecordedRequest, credentials: typeof otherCredentials): SdkFinding {
  return signed(request, (sent) => {
    if (sent.accessKeyId !== credentials.accessKeyId) {
      return violated(`a signature by ${credentials.accessKeyId}`, `one by ${sent.accessKeyId}`);
    }
    const expected = expectedSignature(request, sent, credentials.secretAccessKey);
    const bodyHash = headerValue(request, 'x-amz-content-sha256');
    const signs = `${sent.signedHeaders.join(';')}${bodyHash === undefined ? '' : `, X-Amz-Content-Sha256 ${bodyHash}`}`;
    return expected === sent.signature
      ? holds
      : violated(`the signature ${expected}`, `the signature ${sent.signature}`, [`it signs ${signs}`]);
  });
}

function credentialsAt(observation: SdkObservation, index: number): typeof otherCredentials {
  return callAt(observation, index)?.credentials ?? usualCredentials;
}

function formFits(observation: SdkObservation): SdkFinding {
  return firstRequest(observation, (request) => {
    const values = headerValues(request, 'authorization');
    return values.length === 1 && readSignature(request) !== undefined
      ? holds
      : violated(
          'one Authorization: AWS4-HMAC-SHA256 Credential=.../aws4_request, SignedHeaders=..., Signature=...',
          values.length === 0 ? 'no Authorization' : values.join(' and '),
        );
  });
}

function dateFits({ date }: SentSignature, request: RecordedRequest): SdkFinding {
  const text = sentDate(request) ?? '';
  const [, day, hour, minute, second] = /^(\d{8})T(\d\d)(\d\d)(\d\d)Z$/.exec(text) ?? [];
  if (day === undefined) return violated(['X-Amz-Date such as 20260131T235959Z', 'Date'], text === '' ? 'none' : text);
  if (day !== date) return violated(`the day ${day} in the scope`, date);
  const written = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}T${hour}:${minute}:${second}Z`;
  const offMs = Math.abs(Date.parse(written) - request.wallMs);
  return offMs <= toleranceMs ? holds : violated('the current time', `${text}, off by ${Math.round(offMs / 1_000)} s`);
}

function coversItsHeaders({ signedHeaders }: SentSignature, { headers }: RecordedRequest): SdkFinding {
  const names = headers
    .map(([name]) => name.toLowerCase())
    .filter((name) => name === 'host' || name.startsWith('x-amz-'));
  const missing = [...new Set(names)].filter((name) => !signedHeaders.includes(name));
  return missing.length === 0
    ? holds
    : violated(`${missing.join(', ')} signed`, `signed are ${signedHeaders.join(', ')}`);
}

function tokenFits(observation: SdkObservation): SdkFinding {
  const token = callAt(observation, 0)?.credentials?.sessionToken;
  return firstRequest(observation, (request) => {
    const values = headerValues(request, 'x-amz-security-token');
    const expected = token === undefined ? [] : [token];
    return JSON.stringify(values) === JSON.stringify(expected)
      ? holds
      : violated(
          token === undefined ? 'no X-Amz-Security-Token' : `X-Amz-Security-Token: ${token}`,
          values.length === 0 ? 'none' : values.map((value) => `"${value}"`).join(' and '),
        );
  });
}

function keepsTheSecret(observation: SdkObservation): SdkFinding {
  const { requests, stderrTail, answers } = observation;
  const { secretAccessKey } = usualCredentials;
  const holdsIt = (text: string): boolean =>
    [secretAccessKey, encodeURIComponent(secretAccessKey), Buffer.from(secretAccessKey).toString('base64')].some(
      (form) => text.includes(form),
    );
  const places = [
    ...requests.flatMap(({ requestLine, headers, body }) => [
      { place: 'the request line', text: requestLine },
      ...headers.map(([name, value]) => ({ place: `the header ${name}`, text: value })),
      { place: 'the body', text: Buffer.from(body).toString('utf8') },
    ]),
    { place: 'what the driver wrote on stderr', text: stderrTail },
    ...answers.map((each) => ({ place: 'what the client reported', text: JSON.stringify(each) })),
  ];
  const found = places.find(({ text }) => holdsIt(text));
  if (found !== undefined) return violated('the secret key in no place', `the secret key in ${found.place}`);
  return requests.length === 0 ? sentNothing(observation) : holds;
}

/** Judges every request of a call that was retried. */
function eachAttemptFits(observation: SdkObservation): SdkFinding {
  const { requests } = observation;
  if (requests.length < 2) return unobserved('the call was not retried');
  return allOf(requests.map((request) => signatureFits(request, usualCredentials)));
}

/** The clock of the service is an hour ahead. */
const skewMs = 3_600_000;

function followsTheService({ requests }: SdkObservation): SdkFinding {
  const [, second] = requests;
  if (second === undefined) return violated('a second request', `${requests.length} request(s)`);
  const text = headerValue(second, 'x-amz-date') ?? '';
  const written = text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
  const offMs = Math.abs(Date.parse(written) - (second.wallMs + skewMs));
  return offMs <= toleranceMs ? holds : violated('the time of the service', text);
}

export const signatureChecks: readonly SdkCheck[] = [
  {
    id: 'sdk-signature/signs-requests',
    requirement: 'SDK-20',
    title: 'signs a request in the header Authorization',
    inputClasses: eachOperation(),
    judge: formFits,
  },
  {
    id: 'sdk-signature/signs-what-it-sends',
    requirement: 'SDK-21',
    title: 'signs the request that it sends with the given key',
    inputClasses: [
      ...eachOperation(),
      inputClass('letters-above-ascii', scripted([success.PutPolicy], putting('{"Sid":"\u00e9\u00ff\u0080"}'))),
      inputClass('a-long-policy', scripted([success.PutPolicy], putting('x'.repeat(81_920)))),
    ],
    judge: (observation) =>
      observation.requests[0] === undefined
        ? unobserved('no request was sent')
        : signatureFits(observation.requests[0], usualCredentials),
  },
  {
    id: 'sdk-signature/signs-for-its-region',
    requirement: 'SDK-22',
    title: 'signs for the given region',
    inputClasses: regions.map((region) =>
      inputClass(region, scripted([success.GetPolicy], callOf('GetPolicy', { region }))),
    ),
    judge: (observation) =>
      firstSignature(observation, ({ region }) => {
        const expected = callAt(observation, 0)?.region ?? usualRegion;
        return region === expected ? holds : violated(`the region ${expected}`, region);
      }),
  },
  {
    id: 'sdk-signature/signs-for-the-service',
    requirement: 'SDK-23',
    title: 'signs for the service acm-pca',
    inputClasses: eachOperation(),
    judge: (observation) =>
      firstSignature(observation, ({ service }) =>
        service === 'acm-pca' ? holds : violated('the service acm-pca', service),
      ),
  },
  {
    id: 'sdk-signature/signs-with-the-current-time',
    requirement: 'SDK-24',
    title: 'signs with the current time, and with its date in the scope',
    inputClasses: eachOperation(),
    judge: (observation) => firstSignature(observation, dateFits),
  },
  {
    id: 'sdk-signature/signs-its-headers',
    requirement: 'SDK-25',
    title: 'signs Host and every X-Amz- header that it sends',
    inputClasses: eachOperation(),
    judge: (observation) => firstSignature(observation, coversItsHeaders),
  },
  {
    id: 'sdk-signature/sends-the-session-token',
    requirement: 'SDK-26',
    title: 'sends the session token of temporary credentials, and no token with other credentials',
    needs: ['session-token'],
    inputClasses: [
      ...operations.map((operation) =>
        inputClass(
          `${operation}-with-a-token`,
          scripted([success[operation]], callOf(operation, { credentials: { ...usualCredentials, sessionToken } })),
        ),
      ),
      ...eachOperation(),
    ],
    judge: tokenFits,
  },
  {
    id: 'sdk-signature/hides-the-secret-key',
    requirement: 'SDK-27',
    title: 'includes the secret key in nothing that it sends or writes',
    inputClasses: [
      ...eachOperation(),
      inputClass('an-error', scripted([failure('UnrecognizedClientException')], callOf('GetPolicy'))),
    ],
    judge: keepsTheSecret,
  },
  {
    id: 'sdk-signature/signs-each-attempt',
    requirement: 'SDK-28',
    title: 'signs the request of a retry',
    needs: ['max-attempts'],
    inputClasses: operations.map((operation) =>
      inputClass(operation, scripted([answer(503, ''), success[operation]], callOf(operation, { maxAttempts: 2 }))),
    ),
    judge: eachAttemptFits,
  },
  {
    id: 'sdk-signature/prefers-the-given-keys',
    requirement: 'SDK-29',
    title: 'prefers the given keys to those of its environment',
    inputClasses: [
      inputClass('other-keys-in-the-environment', {
        ...scripted([success.GetPolicy], callOf('GetPolicy')),
        environment: {
          AWS_ACCESS_KEY_ID: otherCredentials.accessKeyId,
          AWS_SECRET_ACCESS_KEY: otherCredentials.secretAccessKey,
        },
      }),
    ],
    judge: (observation) => firstRequest(observation, (request) => signatureFits(request, usualCredentials)),
  },
  {
    id: 'sdk-signature/corrects-its-clock',
    requirement: 'SDK-30',
    title: 'signs with the time of the service after a clock skew error',
    needs: ['max-attempts'],
    inputClasses: [
      inputClass('an-hour-behind', {
        script: [
          failure('InvalidSignatureException', { status: 403, clockOffsetMs: skewMs }),
          answer(200, '', { clockOffsetMs: skewMs }),
        ],
        actions: [callOf('DeletePolicy', { maxAttempts: 3 })],
      }),
    ],
    judge: followsTheService,
  },
  {
    id: 'sdk-signature/signs-each-call-with-its-keys',
    requirement: 'SDK-31',
    title: 'signs each call with its own keys',
    inputClasses: [
      inputClass(
        'two-keys-in-turn',
        scripted(
          [success.GetPolicy],
          callOf('GetPolicy'),
          callOf('GetPolicy', { credentials: otherCredentials }),
          callOf('GetPolicy'),
        ),
      ),
    ],
    judge: (observation) =>
      observation.requests.length === 0
        ? sentNothing(observation)
        : allOf(
            observation.requests.map((request, index) => signatureFits(request, credentialsAt(observation, index))),
          ),
  },
];

// Checks on the endpoint that a client uses: the given one, that of its environment, or that of the endpoint rules.

import fc from 'fast-check';
import { cborPath } from '../../harness/api/protocol.js';
import type { SdkObservation } from '../../harness/api/sdk-case.js';
import { describeCallAnswer } from '../../harness/sdk/describe-call.js';
import { holds, unsupported, violated, type SdkFinding } from '../../harness/sdk/finding.js';
import { usualCredentials } from '../../harness/sdk/run-sdk-case.js';
import { operationOf, pathOf, readMembers } from '../../harness/sdk/sent-request.js';
import { expectedSignature, readSignature } from '../../harness/sdk/sent-signature.js';
import type { SdkCheck, SdkInputClass } from '../../harness/sdk/sdk-check.js';
import { callOf, firstRequest, operations, plainPolicy, scripted, sentNothing, inputClass, success } from './calls.js';
import { expectedEndpoints, type ExpectedEndpoint } from './expected-endpoints.js';

/**
 * A region without a real endpoint: a client that ignores the given endpoint reaches nothing, instead of AWS.
 */
const region = 'us-nowhere-1';

/** An input class of a call by a driver with these environment variables, by default without an endpoint. */
function inEnvironment(id: string, environment: Readonly<Record<string, string>>, endpoint: string | null = null) {
  const call = callOf('GetPolicy', { endpoint, region, maxAttempts: 1 });
  return inputClass(id, { ...scripted([success.GetPolicy], call), environment });
}

function arrives(observation: SdkObservation): SdkFinding {
  const [first] = observation.answers;
  if (observation.requests.length === 0) return sentNothing(observation);
  return first?.type === 'ok'
    ? holds
    : violated('success', first === undefined ? 'nothing' : describeCallAnswer(first));
}

function keepsThePath(observation: SdkObservation): SdkFinding {
  return firstRequest(observation, (request) => {
    const path = pathOf(request);
    const allowed = observation.protocol === 'cbor' ? [`/pca/v1${cborPath('GetPolicy')}`] : ['/pca/v1', '/pca/v1/'];
    if (!allowed.includes(path))
      return violated(
        allowed.map((each) => `the path ${each}`),
        path,
      );
    const sent = readSignature(request);
    if (sent === undefined) return holds;
    const expected = expectedSignature(request, sent, usualCredentials.secretAccessKey);
    return expected === sent.signature
      ? holds
      : violated(`the signature ${expected}, of this path`, `the signature ${sent.signature}`);
  });
}

/** Input classes that ask the client for an endpoint without calling it, because the suite calls only loopback. */
function lookedUp(rows: readonly ExpectedEndpoint[]): readonly SdkInputClass[] {
  return rows.map(({ id, url: _url, ...question }) => ({
    id,
    cases: fc.constant({ script: [success.GetPolicy], actions: [{ kind: 'endpoint', question }] } as const),
  }));
}

function endpointFits(rows: readonly ExpectedEndpoint[]) {
  return ({ answers: [answer], case: { actions } }: SdkObservation): SdkFinding => {
    const [action] = actions;
    if (action?.kind !== 'endpoint' || answer === undefined) return unsupported('the driver received no question');
    const { question } = action;
    const row = rows.find(
      (each) =>
        each.region === question.region &&
        each.useFips === question.useFips &&
        each.useDualStack === question.useDualStack,
    );
    const url = answer.type === 'ok' ? answer.output['url'] : undefined;
    if (typeof url !== 'string') return violated(row?.url ?? '', describeCallAnswer(answer));
    return url.replace(/\/$/, '') === row?.url ? holds : violated(row?.url ?? '', url);
  };
}

function endpointCheck(
  behaviour: string,
  requirement: SdkCheck['requirement'],
  title: string,
  rows: readonly ExpectedEndpoint[],
): SdkCheck {
  return {
    id: `sdk-endpoints/${behaviour}`,
    requirement,
    title,
    needs: ['endpoints'],
    inputClasses: lookedUp(rows),
    judge: endpointFits(rows),
  };
}

/** Whether the request equals the one sent without TLS; unsupported if the client does not use the CA file. */
function sendsItOverTls(observation: SdkObservation): SdkFinding {
  const [request] = observation.requests;
  if (request === undefined)
    return unsupported('the client reads no CA certificate from AWS_CA_BUNDLE or NODE_EXTRA_CA_CERTS');
  const read = readMembers(request);
  const sent = [request.requestLine, operationOf(request) ?? 'no operation'].join(', ');
  const path = observation.protocol === 'cbor' ? cborPath('PutPolicy') : '/';
  const expected = `POST ${path} HTTP/1.1, PutPolicy`;
  if (sent !== expected) return violated(expected, sent);
  return read.kind === 'members' && read.members['Policy'] === plainPolicy
    ? arrives(observation)
    : violated('the given policy', 'another policy, or none');
}

function rejectsUnknownAuthorities(observation: SdkObservation): SdkFinding {
  const [first] = observation.answers;
  if (observation.requests.length > 0) return violated('no request', `${observation.requests.length} request(s)`);
  return first?.type === 'ok' ? violated('a failure', describeCallAnswer(first)) : holds;
}

export const endpointChecks: readonly SdkCheck[] = [
  {
    id: 'sdk-endpoints/calls-the-given-endpoint',
    requirement: 'SDK-110',
    title: 'calls the given endpoint',
    inputClasses: operations.map((operation) =>
      inputClass(operation, scripted([success[operation]], callOf(operation))),
    ),
    judge: arrives,
  },
  {
    id: 'sdk-endpoints/keeps-the-path',
    requirement: 'SDK-111',
    title: 'keeps the path of an endpoint and signs it',
    inputClasses: [
      inputClass(
        'a-path-of-two-parts',
        scripted([success.GetPolicy], callOf('GetPolicy', { endpoint: '{{service}}/pca/v1' })),
      ),
    ],
    judge: keepsThePath,
  },
  {
    id: 'sdk-endpoints/reads-the-variable-of-the-service',
    requirement: 'SDK-112',
    title: 'calls the endpoint in AWS_ENDPOINT_URL_ACM_PCA',
    inputClasses: [inEnvironment('for-the-service', { AWS_ENDPOINT_URL_ACM_PCA: '{{service}}' })],
    judge: arrives,
  },
  {
    id: 'sdk-endpoints/reads-the-variable-of-all-services',
    requirement: 'SDK-113',
    title: 'calls the endpoint in AWS_ENDPOINT_URL',
    inputClasses: [inEnvironment('for-all-services', { AWS_ENDPOINT_URL: '{{service}}' })],
    judge: arrives,
  },
  {
    id: 'sdk-endpoints/prefers-the-variable-of-the-service',
    requirement: 'SDK-114',
    title: 'prefers AWS_ENDPOINT_URL_ACM_PCA to AWS_ENDPOINT_URL',
    inputClasses: [inEnvironment('both', { AWS_ENDPOINT_URL: '{{nowhere}}', AWS_ENDPOINT_URL_ACM_PCA: '{{service}}' })],
    judge: arrives,
  },
  {
    id: 'sdk-endpoints/prefers-the-given-endpoint',
    requirement: 'SDK-115',
    title: 'prefers the given endpoint to those of its environment',
    inputClasses: [
      inEnvironment('against-the-service', { AWS_ENDPOINT_URL_ACM_PCA: '{{nowhere}}' }, '{{service}}'),
      inEnvironment('against-all-services', { AWS_ENDPOINT_URL: '{{nowhere}}' }, '{{service}}'),
    ],
    judge: arrives,
  },
  endpointCheck('finds-regional-endpoints', 'SDK-116', 'finds the endpoint of a region', expectedEndpoints.regions),
  endpointCheck(
    'finds-endpoints-in-china',
    'SDK-117',
    'finds the endpoint of a region in China',
    expectedEndpoints.china,
  ),
  endpointCheck(
    'finds-endpoints-in-govcloud',
    'SDK-118',
    'finds the endpoint of a region in GovCloud',
    expectedEndpoints.govCloud,
  ),
  endpointCheck('finds-fips-endpoints', 'SDK-119', 'finds the endpoint with FIPS', expectedEndpoints.fips),
  endpointCheck(
    'finds-dual-stack-endpoints',
    'SDK-120',
    'finds the endpoint with dual stack',
    expectedEndpoints.dualStack,
  ),
  endpointCheck(
    'finds-fips-dual-stack-endpoints',
    'SDK-121',
    'finds the endpoint with FIPS and dual stack',
    expectedEndpoints.both,
  ),
  {
    id: 'sdk-endpoints/sends-the-same-request-over-https',
    requirement: 'SDK-122',
    title: 'sends the same request over HTTPS',
    inputClasses: [
      inputClass('a-known-authority', { ...scripted([success.PutPolicy], callOf('PutPolicy')), tls: 'trusted' }),
    ],
    judge: sendsItOverTls,
  },
  {
    id: 'sdk-endpoints/rejects-unknown-authorities',
    requirement: 'SDK-123',
    title: 'sends nothing to a service whose certificate it cannot verify',
    inputClasses: [
      inputClass('an-unknown-authority', {
        ...scripted([success.PutPolicy], callOf('PutPolicy', { maxAttempts: 1 })),
        tls: 'untrusted',
      }),
    ],
    judge: rejectsUnknownAuthorities,
  },
];

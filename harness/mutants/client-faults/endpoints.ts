// What the checks of suites/sdk/endpoints.ts notice: clients that call a wrong address.

import { clientFaults } from '../client-mutant.js';
import { request, url, without } from '../plain-client/mutations.js';

export const endpointFaults = clientFaults('sdk-endpoints', {
  'forgets-the-endpoint-of-deletes': {
    fault: 'Deletes go elsewhere than to the endpoint that was given.',
    breaks: 'SDK-110',
    killedBy: 'calls-the-given-endpoint',
    mutate: (correct) => ({
      endpointOf: (call, environment) =>
        call.operation === 'DeletePolicy' ? 'http://127.0.0.1:9' : correct.endpointOf(call, environment),
    }),
  },
  'drops-the-path-of-endpoints': {
    fault: 'The path of an endpoint is dropped.',
    breaks: 'SDK-111',
    killedBy: 'keeps-the-path',
    mutate: request((sent) => ({ ...sent, url: new URL('/', sent.url) })),
  },
  'ignores-the-variable-of-the-service': {
    fault: 'AWS_ENDPOINT_URL_ACM_PCA is not read.',
    breaks: 'SDK-112',
    killedBy: 'reads-the-variable-of-the-service',
    mutate: () => ({
      endpointOf: (call, { AWS_ENDPOINT_URL_ACM_PCA: _ignored, ...environment }) =>
        call.endpoint ?? environment['AWS_ENDPOINT_URL'] ?? 'http://127.0.0.1:9',
    }),
  },
  'ignores-the-variable-of-all-services': {
    fault: 'AWS_ENDPOINT_URL is not read.',
    breaks: 'SDK-113',
    killedBy: 'reads-the-variable-of-all-services',
    mutate: () => ({
      endpointOf: ({ endpoint }, environment) =>
        endpoint ?? environment['AWS_ENDPOINT_URL_ACM_PCA'] ?? 'http://127.0.0.1:9',
    }),
  },
  'prefers-the-general-variable': {
    fault: 'AWS_ENDPOINT_URL outranks AWS_ENDPOINT_URL_ACM_PCA.',
    breaks: 'SDK-114',
    killedBy: 'prefers-the-variable-of-the-service',
    mutate: (correct) => ({
      endpointOf: (call, environment) =>
        call.endpoint ?? environment['AWS_ENDPOINT_URL'] ?? correct.endpointOf(call, environment),
    }),
  },
  'prefers-its-environment': {
    fault: 'The endpoint in the environment outranks the one that was given.',
    breaks: 'SDK-115',
    killedBy: 'prefers-the-given-endpoint',
    mutate: (correct) => ({
      endpointOf: (call, environment) =>
        correct.endpointOf(
          { ...call, endpoint: null },
          { AWS_ENDPOINT_URL: call.endpoint ?? undefined, ...environment },
        ),
    }),
  },
  'knows-one-region': {
    fault: 'The endpoint of every region of the partition aws is that of us-east-1.',
    breaks: 'SDK-116',
    killedBy: 'finds-regional-endpoints',
    mutate: url((question) => (question.region === 'eu-central-1' ? { ...question, region: 'us-east-1' } : question)),
  },
  'does-not-know-china': {
    fault: 'Endpoints in China have the suffix of the other partitions.',
    breaks: 'SDK-117',
    killedBy: 'finds-endpoints-in-china',
    mutate: (correct) => ({
      urlFor: (question) =>
        question.useDualStack ? correct.urlFor(question) : correct.urlFor(question).replace(/\.cn$/, ''),
    }),
  },
  'takes-govcloud-for-a-suffix': {
    fault: 'Endpoints in GovCloud have a suffix of their own.',
    breaks: 'SDK-118',
    killedBy: 'finds-endpoints-in-govcloud',
    mutate: (correct) => ({
      urlFor: (question) =>
        question.useFips || question.useDualStack
          ? correct.urlFor(question)
          : correct.urlFor(question).replace(/(us-gov-[a-z]+-\d)\.amazonaws\.com$/, '$1.amazonaws-us-gov.com'),
    }),
  },
  'forgets-fips': {
    fault: 'With FIPS, the endpoint is the one without.',
    breaks: 'SDK-119',
    killedBy: 'finds-fips-endpoints',
    mutate: url((question) => (question.useDualStack ? question : { ...question, useFips: false })),
  },
  'has-fips-in-govcloud': {
    fault: 'With FIPS, GovCloud has an endpoint that its rules do not have.',
    breaks: 'SDK-119',
    killedBy: 'finds-fips-endpoints',
    mutate: (correct) => ({
      urlFor: (question) =>
        question.useFips && !question.useDualStack && question.region.startsWith('us-gov-')
          ? `https://acm-pca-fips.${question.region}.amazonaws.com`
          : correct.urlFor(question),
    }),
  },
  'forgets-dual-stack': {
    fault: 'With dual stack, the endpoint is the one without.',
    breaks: 'SDK-120',
    killedBy: 'finds-dual-stack-endpoints',
    mutate: url((question) => (question.useFips ? question : { ...question, useDualStack: false })),
  },
  'takes-either-fips-or-dual-stack': {
    fault: 'With FIPS and dual stack, the endpoint has FIPS only.',
    breaks: 'SDK-121',
    killedBy: 'finds-fips-dual-stack-endpoints',
    mutate: url((question) => (question.useFips ? { ...question, useDualStack: false } : question)),
  },
  'has-another-target-over-tls': {
    fault: 'Over HTTPS, requests name no operation.',
    breaks: 'SDK-122',
    killedBy: 'sends-the-same-request-over-https',
    mutate: request((sent) =>
      sent.url.protocol === 'https:' ? { ...sent, headers: without(sent.headers, 'x-amz-target') } : sent,
    ),
  },
  'trusts-every-certificate': {
    fault: 'The certificate of a service is not verified.',
    breaks: 'SDK-123',
    killedBy: 'rejects-unknown-authorities',
    mutate: () => ({ trustsEveryCertificate: true }),
  },
});

// The public material that the requirements on SDKs cite, in addition to the sources about the service.
import type { Source } from './sources.js';

/** `K` for material on how a client behaves. */
export const sdkSources = {
  K1: {
    title: 'Smithy 2.0: the protocol awsJson1_1, its request form and its errors',
    urls: ['https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html'],
    read: '2026',
  },
  K2: {
    title: 'RFC 9112, HTTP/1.1: message framing, incomplete messages, connections',
    urls: ['https://www.rfc-editor.org/rfc/rfc9112', 'https://www.rfc-editor.org/rfc/rfc9110'],
    read: '2022-06',
  },
  K3: {
    title: 'RFC 8259, JSON: white space, strings and their escapes, UTF-8',
    urls: ['https://www.rfc-editor.org/rfc/rfc8259'],
    read: '2017-12',
  },
  K4: {
    title: 'IAM User Guide: creating a signed request (Signature Version 4)',
    urls: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html'],
    read: '2026',
  },
  K5: {
    title: 'AWS SDKs and Tools Reference Guide: retry behavior',
    urls: ['https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html'],
    read: '2026',
  },
  K6: {
    title: 'AWS SDKs and Tools Reference Guide: service-specific endpoints',
    urls: ['https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html'],
    read: '2026',
  },
  K7: {
    title:
      'botocore 1.43.11: the endpoint rules data/acm-pca/2017-08-22/endpoint-rule-set-1.json and data/partitions.json',
    urls: [
      'https://github.com/boto/botocore/blob/1.43.11/botocore/data/acm-pca/2017-08-22/endpoint-rule-set-1.json',
      'https://github.com/boto/botocore/blob/1.43.11/botocore/data/partitions.json',
    ],
    read: '2026',
  },
  K8: {
    title: 'AWS SDKs and Tools Reference Guide: precedence of settings',
    urls: ['https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html'],
    read: '2026',
  },
  K9: {
    title: 'AWS SDKs and Tools Reference Guide: dual-stack and FIPS endpoints',
    urls: ['https://docs.aws.amazon.com/sdkref/latest/guide/feature-endpoints.html'],
    read: '2026',
  },
  K10: {
    title: 'Smithy 2.0: what a client makes of members that are null or that it does not know',
    urls: ['https://smithy.io/2.0/spec/aggregate-types.html', 'https://smithy.io/2.0/guides/evolving-models.html'],
    read: '2026',
  },
  K11: {
    title: 'How single SDKs speak of deadlines and of giving calls up: contexts of Go, timeouts of botocore',
    urls: ['https://pkg.go.dev/context', 'https://docs.aws.amazon.com/botocore/latest/reference/config.html'],
    read: '2026',
  },
  K12: {
    title:
      'Smithy: the protocol compliance tests of awsJson1_1, which are normative: errors, outputs, and those for clients alone',
    urls: [
      'https://github.com/smithy-lang/smithy/blob/main/smithy-aws-protocol-tests/model/awsJson1_1/errors.smithy',
      'https://github.com/smithy-lang/smithy/tree/main/smithy-aws-protocol-tests/model/awsJson1_1',
    ],
    read: '2026',
  },
  K13: {
    title: 'Answers of AppStream in CBOR with members that are null, as a user of the AWS SDK for Go v2 reported them',
    urls: ['https://github.com/aws/aws-sdk-go-v2/issues/3501'],
    read: '2026',
  },
} as const satisfies Readonly<Record<string, Source>>;

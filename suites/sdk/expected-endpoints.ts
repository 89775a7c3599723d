// The endpoints that the endpoint rules of the service give, written by hand.
// Source: botocore 1.43.11, data/acm-pca/2017-08-22/endpoint-rule-set-1.json, with the suffixes of data/partitions.json:
// amazonaws.com and api.aws in aws and aws-us-gov, amazonaws.com.cn and api.amazonwebservices.com.cn in aws-cn. With FIPS
// alone, the rules name the endpoint without FIPS for aws-us-gov. client-acm-pca 3.523.0 ships the same rules.

import type { EndpointQuestion } from '../../harness/api/driver.js';

export interface ExpectedEndpoint extends EndpointQuestion {
  /** The input class. */
  readonly id: string;
  readonly url: string;
}

const plain = { useFips: false, useDualStack: false };
const fips = { useFips: true, useDualStack: false };
const dualStack = { useFips: false, useDualStack: true };
const both = { useFips: true, useDualStack: true };

export const expectedEndpoints = {
  regions: [
    { id: 'us-east-1', region: 'us-east-1', ...plain, url: 'https://acm-pca.us-east-1.amazonaws.com' },
    { id: 'eu-central-1', region: 'eu-central-1', ...plain, url: 'https://acm-pca.eu-central-1.amazonaws.com' },
    { id: 'ap-southeast-2', region: 'ap-southeast-2', ...plain, url: 'https://acm-pca.ap-southeast-2.amazonaws.com' },
  ],
  china: [
    { id: 'cn-north-1', region: 'cn-north-1', ...plain, url: 'https://acm-pca.cn-north-1.amazonaws.com.cn' },
    {
      id: 'cn-northwest-1',
      region: 'cn-northwest-1',
      ...plain,
      url: 'https://acm-pca.cn-northwest-1.amazonaws.com.cn',
    },
  ],
  govCloud: [
    { id: 'us-gov-west-1', region: 'us-gov-west-1', ...plain, url: 'https://acm-pca.us-gov-west-1.amazonaws.com' },
    { id: 'us-gov-east-1', region: 'us-gov-east-1', ...plain, url: 'https://acm-pca.us-gov-east-1.amazonaws.com' },
  ],
  fips: [
    { id: 'fips-us-east-1', region: 'us-east-1', ...fips, url: 'https://acm-pca-fips.us-east-1.amazonaws.com' },
    {
      id: 'fips-ca-central-1',
      region: 'ca-central-1',
      ...fips,
      url: 'https://acm-pca-fips.ca-central-1.amazonaws.com',
    },
    { id: 'fips-us-gov-west-1', region: 'us-gov-west-1', ...fips, url: 'https://acm-pca.us-gov-west-1.amazonaws.com' },
  ],
  dualStack: [
    { id: 'dual-us-east-1', region: 'us-east-1', ...dualStack, url: 'https://acm-pca.us-east-1.api.aws' },
    {
      id: 'dual-cn-north-1',
      region: 'cn-north-1',
      ...dualStack,
      url: 'https://acm-pca.cn-north-1.api.amazonwebservices.com.cn',
    },
  ],
  both: [
    { id: 'both-us-east-1', region: 'us-east-1', ...both, url: 'https://acm-pca-fips.us-east-1.api.aws' },
    { id: 'both-us-gov-west-1', region: 'us-gov-west-1', ...both, url: 'https://acm-pca-fips.us-gov-west-1.api.aws' },
  ],
} as const satisfies Readonly<Record<string, readonly ExpectedEndpoint[]>>;

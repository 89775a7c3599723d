// The endpoint rules of the service, for the partitions that the checks use.
// Source: botocore, data/acm-pca/2017-08-22/endpoint-rule-set-1.json and data/partitions.json.

import type { EndpointQuestion } from '../../api/driver.js';
import { partitionOf } from '../../api/resource-arn.js';

const suffixes: Readonly<Record<string, { readonly plain: string; readonly dualStack: string }>> = {
  aws: { plain: 'amazonaws.com', dualStack: 'api.aws' },
  'aws-us-gov': { plain: 'amazonaws.com', dualStack: 'api.aws' },
  'aws-cn': { plain: 'amazonaws.com.cn', dualStack: 'api.amazonwebservices.com.cn' },
};

export function endpointUrl({ region, useFips, useDualStack }: EndpointQuestion): string {
  const partition = partitionOf(region);
  const suffix = suffixes[partition]?.[useDualStack ? 'dualStack' : 'plain'] ?? '';
  const isPlainInGovCloud = partition === 'aws-us-gov' && !useDualStack;
  return `https://acm-pca${useFips && !isPlainInGovCloud ? '-fips' : ''}.${region}.${suffix}`;
}

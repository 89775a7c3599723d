// Makes the target that a configuration names.

import { constraintsOf } from '../api/constraints.js';
import type { Target } from '../api/target.js';
import { createOracle } from '../model/oracle.js';
import { referenceService } from '../model/reference-service.js';
import { createClientMockTarget } from '../targets/client-mock.js';
import { createEndpointTarget } from '../targets/endpoint.js';
import type { RunConfig } from './run-config.js';

/** The account that owns the CAs of the built-in target. */
const builtinAccount = '111122223333';

export type TargetChoice = Pick<
  RunConfig,
  'target' | 'region' | 'accessKey' | 'secretKey' | 'caFile' | 'modelRevision'
>;

export function openTarget({ target, region, accessKey, secretKey, caFile, modelRevision }: TargetChoice): Target {
  if (target === 'builtin') {
    const caller = { partition: partitionOf(region), region, account: builtinAccount };
    const service = referenceService(caller, createOracle(constraintsOf(modelRevision)));
    return createClientMockTarget({ name: 'builtin', region, service });
  }
  const credentials = { accessKeyId: accessKey, secretAccessKey: secretKey };
  return createEndpointTarget({ url: target, region, credentials, caFile });
}

/** Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}

// Makes the target that a configuration names.

import { constraintsOf } from '../../api/constraints.js';
import { partitionOf } from '../../api/resource-arn.js';
import type { AwsKeys } from '../../api/aws-keys.js';
import type { Service } from '../../api/service.js';
import type { Target } from '../../api/target.js';
import { createOracle } from '../../model/oracle.js';
import { referenceService } from '../../model/reference-service.js';
import type { Caller, ServiceState } from '../../model/state/state.js';
import { awsEndpoints, awsKeys } from '../../targets/aws-endpoints.js';
import { createClientMockTarget } from '../../targets/client-mock.js';
import { driverCommand, openDriverTarget } from '../../targets/driver-target.js';
import { createEndpointTarget, type EndpointOptions } from '../../targets/endpoint.js';
import { loadModuleTarget } from '../../targets/module-target.js';
import { builtinAccount, type RunConfig } from './run-config.js';

export type TargetChoice = Pick<
  RunConfig,
  | 'target'
  | 'targetUrl'
  | 'targetModule'
  | 'targetDriver'
  | 'emulator'
  | 'emulatorProgram'
  | 'start'
  | 'region'
  | 'accessKey'
  | 'secretKey'
  | 'caFile'
  | 'modelRevision'
>;

/** Makes it by its module, where it has one. Rejects with UnusableModule where that makes none. */
export async function makeTarget(choice: TargetChoice): Promise<Target> {
  const { targetModule, targetDriver, target } = choice;
  if (target === 'aws') return openLiveTarget(choice.region);
  if (targetModule !== undefined) return loadModuleTarget(targetModule, target);
  return targetDriver === undefined ? openTarget(choice) : openDriver(choice, targetDriver);
}

/** What the driver calls has a URL, as every endpoint has. */
async function openDriver(choice: TargetChoice, command: string): Promise<Target> {
  return openDriverTarget({ ...endpointOf(choice), start: driverCommand(command) });
}

/** Live AWS is an endpoint like any other, but for where it is and whose keys sign. */
async function openLiveTarget(region: string): Promise<Target> {
  const endpoints = await awsEndpoints(region, process.env);
  const credentials = await awsKeys(endpoints);
  return createEndpointTarget({ name: 'aws', url: endpoints.privateCa, region, credentials });
}

/** `builtin` needs no URL; everything else is reached by one. Throws for a choice that `makeTarget` alone can make. */
export function openTarget(choice: TargetChoice): Target {
  const { target, targetUrl, region } = choice;
  if (targetUrl !== undefined) return createEndpointTarget(endpointOf(choice));
  if (target !== 'builtin') throw new Error(`${target} was not hosted, or is made by a module.`);
  const { service } = builtinService(choice);
  return createClientMockTarget({ name: target, region, service });
}

function endpointOf({
  target,
  targetUrl,
  region,
  accessKey,
  secretKey,
  caFile,
}: TargetChoice): EndpointOptions & { readonly credentials: AwsKeys } {
  if (targetUrl === undefined) throw new Error(`${target} has no URL.`);
  const credentials = { accessKeyId: accessKey, secretAccessKey: secretKey };
  return { name: target, url: targetUrl, region, credentials, caFile };
}

/** The reference service as the built-in targets host it, in the region that calls are signed for. */
export function builtinService({ region, modelRevision }: Pick<RunConfig, 'region' | 'modelRevision'>): {
  readonly caller: Caller;
  readonly service: Service<ServiceState>;
} {
  const caller = { partition: partitionOf(region), region, account: builtinAccount };
  return { caller, service: referenceService(caller, createOracle(constraintsOf(modelRevision))) };
}

// Opens the target that a configuration names. Its modules are loaded only when needed.

import { constraintsOf } from '../../api/constraints.js';
import { partitionOf } from '../../api/resource-arn.js';
import type { AwsKeys } from '../../api/aws-keys.js';
import { presetPrincipals } from '../../api/principal.js';
import type { ModelRevision } from '../../api/service-model.js';
import type { Service } from '../../api/service.js';
import type { Target } from '../../api/target.js';
import { createOracle } from '../../model/oracle.js';
import { referenceService } from '../../model/reference-service.js';
import type { Principal, ServiceState } from '../../model/state/state.js';
import type { EndpointOptions } from '../../targets/endpoint.js';
import { builtinAccount, type TargetConfig } from './run-config.js';
import { targetName, urlOf } from './target-choice.js';

/** Rejects with UnusableModule if a module creates no target. */
export async function makeTarget(target: TargetConfig, modelRevision: ModelRevision): Promise<Target> {
  const { choice, region } = target;
  switch (choice.kind) {
    case 'builtin':
    case 'builtin-http':
    case 'http':
    case 'emulator':
      return openTarget(target, modelRevision);
    case 'module': {
      const { loadModuleTarget } = await import('../../targets/module-target.js');
      return loadModuleTarget(choice.url, targetName(choice));
    }
    case 'driver': {
      const { driverCommand, openDriverTarget } = await import('../../targets/driver-target.js');
      return openDriverTarget({
        ...endpointOf(target, target.hostedUrl ?? choice.endpoint),
        start: driverCommand(choice.command),
      });
    }
    case 'aws':
      return openLiveTarget(region);
    case 'given':
      throw new Error(`${choice.name} was opened already.`);
    default:
      return choice satisfies never;
  }
}

/** Live AWS is an endpoint like any other, except for its URL and its keys. */
export async function openLiveTarget(region: string): Promise<Target> {
  const [{ awsEndpoints, awsKeys }, { createEndpointTarget }] = await Promise.all([
    import('../../targets/aws-endpoints.js'),
    import('../../targets/endpoint.js'),
  ]);
  const endpoints = await awsEndpoints(region, process.env);
  const credentials = await awsKeys(endpoints);
  return createEndpointTarget({ name: 'aws', url: endpoints.privateCa, region, credentials });
}

/** Targets in this process or reached by a URL. Rejects for a choice that only `makeTarget` can open. */
export async function openTarget(target: TargetConfig, modelRevision: ModelRevision): Promise<Target> {
  const { choice, region, hostedUrl } = target;
  const url = hostedUrl ?? urlOf(choice);
  if (url !== undefined) {
    const { createEndpointTarget } = await import('../../targets/endpoint.js');
    return createEndpointTarget(endpointOf(target, url));
  }
  const name = targetName(choice);
  if (choice.kind !== 'builtin') throw new Error(`${name} was not hosted.`);
  const { service, caller } = builtinService(region, modelRevision);
  const { createClientMockTarget } = await import('../../targets/client-mock.js');
  return createClientMockTarget({ name, region, service, principals: presetPrincipals(caller) });
}

function endpointOf(
  { choice, region, accessKey, secretKey, caFile, client, accesses }: TargetConfig,
  url: string,
): EndpointOptions & { readonly credentials: AwsKeys } {
  const credentials = { accessKeyId: accessKey, secretAccessKey: secretKey };
  return { name: targetName(choice), url, region, credentials, caFile, client, principals: accesses };
}

/** The reference service as the built-in targets host it, in the region for which calls are signed. */
export function builtinService(
  region: string,
  modelRevision: ModelRevision,
): { readonly caller: Principal; readonly service: Service<ServiceState> } {
  const caller = { partition: partitionOf(region), region, account: builtinAccount };
  return { caller, service: referenceService(caller, createOracle(constraintsOf(modelRevision))) };
}

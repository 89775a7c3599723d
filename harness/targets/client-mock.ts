// Hosts a service behind aws-sdk-client-mock, which receives the SDK's commands without a network.

import { ACMPCAClient, ACMPCAServiceException, type ServiceOutputTypes } from '@aws-sdk/client-acm-pca';
import { mockClient } from 'aws-sdk-client-mock';
import type { Operation } from '../api/operation.js';
import type { Outcome } from '../api/outcome.js';
import { callerIn, type Principals } from '../api/principal.js';
import type { Service } from '../api/service.js';
import { accessCapabilities, type Target } from '../api/target.js';
import { interceptService, type InProcessCall } from './intercepted-service.js';
import { commands, sendOperation } from './sdk-client.js';

export interface ClientMockOptions<State> {
  readonly name: string;
  readonly region: string;
  readonly service: Service<State>;
  /** The principals that it knows; by default none. */
  readonly principals?: Principals | undefined;
}

export function createClientMockTarget<State>({ name, region, service, principals }: ClientMockOptions<State>): Target {
  const client = new ACMPCAClient({
    region,
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' },
    maxAttempts: 1,
  });
  const mock = mockClient(client);
  const perform = interceptService({ service });
  // A command keeps the input object with which it was created, which identifies its call.
  const calls = new WeakMap<object, InProcessCall>();
  let underWay = 0;
  // One fake for all commands, because the mock compares each call with every registered fake, which is slow.
  mock.send.callsFake(async (command: { readonly input: object }) => {
    const operation = operationOf(command);
    // A service may return anything; the checks judge it.
    return outputOf(await perform(operation, calls.get(command.input))) as ServiceOutputTypes;
  });
  return {
    name,
    region,
    offers: ['provision', 'states', 'restore', 'concurrency', ...(principals === undefined ? [] : accessCapabilities)],
    principals,
    inProcess: true,
    isGated: true,
    async call(operation, options) {
      const own: Operation = { ...operation, input: { ...operation.input } } as Operation;
      calls.set(own.input, { gate: options.gate, caller: callerIn(principals, options.as) });
      underWay += 1;
      const outcome = await sendOperation(client, own, options);
      underWay -= 1;
      // Otherwise the mock keeps every call in memory.
      if (underWay === 0) mock.resetHistory();
      return outcome;
    },
    async dispose() {
      mock.restore();
      client.destroy();
    },
  };
}

function operationOf(command: { readonly input: object }): Operation {
  const entry = Object.entries(commands).find(([, Command]) => command instanceof Command);
  if (entry === undefined) throw new Error(`There is no operation for ${command.constructor.name}.`);
  // The table pairs each name with its command and input, but the compiler cannot check a union of commands.
  return { kind: entry[0], input: command.input } as Operation;
}

/** Returns or throws what the SDK would return or throw. */
function outputOf(outcome: Outcome): object {
  switch (outcome.kind) {
    case 'success':
      return outcome.output;
    case 'service-error':
      throw new ACMPCAServiceException({
        name: outcome.error,
        $fault: outcome.status < 500 ? 'client' : 'server',
        message: outcome.message ?? '',
        $metadata: { httpStatusCode: outcome.status },
      });
    default:
      throw new Error(`A service in process cannot answer with ${outcome.kind}.`);
  }
}

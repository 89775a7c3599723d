// Hosts a service behind aws-sdk-client-mock: the SDK's commands go in, no network is used.

import { ACMPCAClient, ACMPCAServiceException, type ServiceOutputTypes } from '@aws-sdk/client-acm-pca';
import { mockClient } from 'aws-sdk-client-mock';
import type { Operation } from '../api/operation.js';
import type { Outcome } from '../api/outcome.js';
import type { Service } from '../api/service.js';
import type { Gate, Target } from '../api/target.js';
import { interceptService } from './intercepted-service.js';
import { commands, sendOperation } from './sdk-client.js';

export interface ClientMockOptions<State> {
  readonly name: string;
  readonly region: string;
  readonly service: Service<State>;
}

export function createClientMockTarget<State>({ name, region, service }: ClientMockOptions<State>): Target {
  const client = new ACMPCAClient({
    region,
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' },
    maxAttempts: 1,
  });
  const mock = mockClient(client);
  const perform = interceptService({ service });
  // A command keeps the very input that it was made of, by which the gate of its call is found again.
  const gates = new WeakMap<object, Gate>();
  let underWay = 0;
  // One fake for all commands, because the mock compares a call with each that it was given, which takes longer than it.
  mock.send.callsFake(async (command: { readonly input: object }) => {
    const operation = operationOf(command);
    // A service may answer with anything, which is then for the checks to notice.
    return outputOf(await perform(operation, gates.get(command.input))) as ServiceOutputTypes;
  });
  return {
    name,
    region,
    offers: ['provision', 'states', 'restore', 'concurrency'],
    inProcess: true,
    isGated: true,
    async call(operation, options) {
      const own: Operation = { ...operation, input: { ...operation.input } } as Operation;
      if (options.gate !== undefined) gates.set(own.input, options.gate);
      underWay += 1;
      const outcome = await sendOperation(client, own, options);
      underWay -= 1;
      // The mock keeps every call for ever otherwise.
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
  // The table gives each name its own command and input; the compiler cannot follow a union of commands.
  return { kind: entry[0], input: command.input } as Operation;
}

/** What the SDK would return, or throws what it would throw. */
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

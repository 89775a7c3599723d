// Hosts a service behind aws-sdk-client-mock: the SDK's commands go in, no network is used.

import { ACMPCAClient, ACMPCAServiceException } from '@aws-sdk/client-acm-pca';
import { mockClient } from 'aws-sdk-client-mock';
import type { Operation, OperationName } from '../api/operation.js';
import type { Outcome } from '../api/outcome.js';
import type { Service } from '../api/service.js';
import type { Gate, Target } from '../api/target.js';
import { conductService } from './conducted-service.js';
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
  const perform = conductService({ service });
  // A command keeps the very input that it was made of, by which the gate of its call is found again.
  const gates = new WeakMap<object, Gate>();
  let underWay = 0;
  for (const [kind, Command] of Object.entries(commands)) {
    mock
      .on(Command as typeof commands.PutPolicy)
      // The table gives each name its own command and input; the compiler cannot follow a union of commands.
      .callsFake(async (input: Operation['input']) =>
        outputOf(await perform({ kind: kind as OperationName, input } as Operation, gates.get(input))),
      );
  }
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

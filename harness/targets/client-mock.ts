// Hosts a service behind aws-sdk-client-mock: the SDK's commands go in, no network is used.

import { ACMPCAClient, ACMPCAServiceException } from '@aws-sdk/client-acm-pca';
import { mockClient } from 'aws-sdk-client-mock';
import type { Operation, OperationName } from '../api/operation.js';
import type { Outcome } from '../api/outcome.js';
import type { Service } from '../api/service.js';
import type { Target } from '../api/target.js';
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
  let state = service.initial;
  const perform = (operation: Operation): object => {
    const { outcome, next } = service.step(state, operation);
    state = next;
    return outputOf(outcome);
  };
  for (const [kind, Command] of Object.entries(commands)) {
    // The table gives each name its own command and input; the compiler cannot follow a union of commands.
    mock
      .on(Command as typeof commands.PutPolicy)
      .callsFake((input: Operation['input']) => perform({ kind: kind as OperationName, input } as Operation));
  }
  return {
    name,
    region,
    offers: ['provision', 'states', 'restore'],
    inProcess: true,
    async call(operation, options) {
      const outcome = await sendOperation(client, operation, options);
      // The mock keeps every call for ever otherwise.
      mock.resetHistory();
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

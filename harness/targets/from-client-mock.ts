// A target from a stub of aws-sdk-client-mock, with the SDK for which it was created.

import type { Operation } from '../api/operation.js';
import type { Target } from '../api/target.js';
import { defineTarget, type TargetDefinition } from './defined-target.js';

/** What `mockClient(ACMPCAClient)` returns. */
export interface ClientMock {
  readonly send: (...args: never[]) => unknown;
  readonly resetHistory?: (() => unknown) | undefined;
}

/** Without principals, because a stub does not see who calls. */
export interface ClientMockChoice extends Partial<Omit<TargetDefinition, 'send' | 'principals'>> {
  /**
   * All exports of the `@aws-sdk/client-acm-pca` for which the stub was created, because it identifies commands by class.
   */
  readonly sdk: object;
}

/**
 * Creates a target from a stub, which receives the commands of the SDK as from an application. The stub's call history is
 * cleared during the run, because a long run would fill the memory.
 *
 * @example
 * import * as sdk from '@aws-sdk/client-acm-pca';
 * const mock = mockClient(sdk.ACMPCAClient);
 * mock.on(sdk.GetPolicyCommand).callsFake(async (input) => myFake.getPolicy(input));
 * const target = fromClientMock(mock, { name: 'my fake', sdk });
 */
export function fromClientMock(
  mock: ClientMock,
  { sdk, name = 'client mock', ...definition }: ClientMockChoice,
): Target {
  let underWay = 0;
  // A stub accepts any command, but its type names the base class of one SDK version.
  const send = mock.send as (command: object) => unknown;
  return defineTarget({
    ...definition,
    name,
    send: async (operation) => {
      underWay += 1;
      try {
        const output: unknown = await send.call(mock, commandOf(operation, sdk));
        return typeof output === 'object' && output !== null ? output : undefined;
      } finally {
        underWay -= 1;
        if (underWay === 0) mock.resetHistory?.();
      }
    },
  });
}

function commandOf({ kind, input }: Operation, sdk: object): object {
  const Command: unknown = Reflect.get(sdk, `${kind}Command`);
  if (typeof Command !== 'function') {
    throw new Error(`sdk has no ${kind}Command; give all that @aws-sdk/client-acm-pca exports.`);
  }
  const command: unknown = Reflect.construct(Command, [{ ...input }]);
  return Object(command);
}

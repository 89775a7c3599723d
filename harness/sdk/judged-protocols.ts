// In which protocols a client is judged: each that it can be told to use, or the one that it chooses by itself.

import type { DriverHello } from '../api/driver.js';
import { DriverFault } from '../api/driver-fault.js';
import type { Protocol } from '../api/protocol.js';
import type { SdkCase } from '../api/sdk-case.js';
import { runSdkCase, type SdkSession } from './run-sdk-case.js';
import { protocolOf } from './sent-request.js';

/** The user asked for a protocol that the client does not speak. */
export class ProtocolNotOffered extends Error {
  override readonly name = 'ProtocolNotOffered';
}

/** A call that every client can make. */
const firstCall: SdkCase = {
  script: [{ kind: 'answer', status: 200, body: { members: { Policy: '{}' } } }],
  actions: [
    {
      kind: 'call',
      operation: 'GetPolicy',
      input: { ResourceArn: 'arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/1' },
    },
  ],
};

/**
 * Each protocol of the driver's hello, or of a driver that lists none the one of its first request. Rejects with DriverFault
 * if a call arrives in another protocol than the driver was told to use, or if the driver dies in it.
 */
export async function judgedProtocols(
  { protocols: offered }: DriverHello,
  wanted: Protocol | undefined,
  session: SdkSession,
): Promise<readonly Protocol[]> {
  if (offered === undefined) {
    const chosen = (await protocolOfFirstCall(undefined, session)) ?? 'json';
    if (wanted === undefined || wanted === chosen) return [chosen];
    throw new ProtocolNotOffered(`the client speaks ${chosen}, and its driver cannot tell it to use ${wanted}`);
  }
  const judged = offered.filter((each) => wanted === undefined || each === wanted);
  if (judged.length === 0) throw new ProtocolNotOffered(`the driver lists only ${offered.join(' and ')}`);
  for (const told of judged) {
    const sent = (await protocolOfFirstCall(told, session)) ?? told;
    if (sent === told) continue;
    throw new DriverFault(
      `the driver lists ${told}, but the call that it had to make in ${told} was sent in ${sent}\n` +
        'fix: Do what the member protocol of a call says, or do not list that protocol in hello.',
    );
  }
  return judged;
}

/** Undefined if nothing was sent. */
async function protocolOfFirstCall(told: Protocol | undefined, session: SdkSession): Promise<Protocol | undefined> {
  const { requests, crash } = await runSdkCase(firstCall, { protocol: told ?? 'json', told }, session);
  if (crash !== undefined) throw new DriverFault(crash.message);
  return requests[0] === undefined ? undefined : protocolOf(requests[0]);
}

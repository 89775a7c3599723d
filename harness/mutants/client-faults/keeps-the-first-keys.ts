import type { DriverCall } from '../../api/driver.js';
import type { ClientParts } from '../plain-client/parts.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'Every call is signed with the keys of the first one that used its region.',
  breaks: 'SDK-31',
  killedBy: 'sdk-signature/signs-each-call-with-its-keys',
  mutate: firstKeys,
};

function firstKeys(correct: ClientParts): Partial<ClientParts> {
  const known = new Map<string, DriverCall['credentials']>();
  return {
    signingChoice: (call, environment, nowMs) => {
      const choice = correct.signingChoice(call, environment, nowMs);
      // A client for each endpoint and region, made with the keys at hand.
      const key = `${call.endpoint} ${call.region}`;
      const credentials = known.get(key) ?? choice.credentials;
      known.set(key, credentials);
      return { ...choice, credentials };
    },
  };
}

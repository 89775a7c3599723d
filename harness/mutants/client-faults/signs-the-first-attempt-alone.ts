import type { DriverCall } from '../../api/driver.js';
import type { ClientParts } from '../plain-client/parts.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'What is sent again is not signed with the right key.',
  breaks: 'SDK-28',
  killedBy: 'sdk-signature/signs-each-attempt',
  mutate: badlySignedAgain,
};

/** The first request with a body is signed as it should be, what repeats it is not. */
function badlySignedAgain(correct: ClientParts): Partial<ClientParts> {
  const sent = new WeakSet<DriverCall>();
  return {
    signingChoice: (call, environment, nowMs) => {
      const choice = correct.signingChoice(call, environment, nowMs);
      const isAgain = sent.has(call);
      sent.add(call);
      return isAgain ? { ...choice, credentials: { ...choice.credentials, secretAccessKey: 'another' } } : choice;
    },
  };
}

import type { DriverCall } from '../../api/driver.js';
import type { ClientParts } from '../plain-client/parts.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'What is sent again has no policy.',
  breaks: 'SDK-84',
  killedBy: 'sdk-retry/repeats-the-same-request',
  mutate: forgetfulAgain,
};

function forgetfulAgain(correct: ClientParts): Partial<ClientParts> {
  const sent = new WeakSet<DriverCall>();
  return {
    membersOf: (call) => {
      const { Policy: policy, ...others } = correct.membersOf(call);
      const isAgain = sent.has(call);
      sent.add(call);
      return isAgain || policy === undefined ? others : { ...others, Policy: policy };
    },
  };
}

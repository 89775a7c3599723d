import type { CallAnswer } from '../../api/driver.js';
import { outputs } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'A call that overlaps another gets the answer of the one before it.',
  breaks: 'SDK-17',
  killedBy: 'sdk-request/keeps-overlapping-calls-apart',
  mutate: outputs(lateByOne()),
};

/** Each answer but the first waits, and the one before it is handed on in its place. */
function lateByOne(): (right: CallAnswer) => CallAnswer {
  let before: CallAnswer | undefined;
  return (right) => {
    const handedOn = before ?? right;
    before = right;
    return handedOn;
  };
}

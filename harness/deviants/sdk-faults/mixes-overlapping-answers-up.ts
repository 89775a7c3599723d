import type { CallAnswer } from '../../api/driver.js';
import { outputs } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'A call that overlaps another gets the answer of the one before it.',
  breaks: 'SDK-17',
  killedBy: 'sdk-request/keeps-overlapping-calls-apart',
  bend: outputs(lateByOne()),
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

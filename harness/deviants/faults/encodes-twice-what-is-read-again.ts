import { policyTextOf } from '../../api/outcome.js';
import { bendEach, success } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'From the second read on GetPolicy returns a policy encoded twice.',
  breaks: 'GP-07',
  killedBy: 'get-policy/changes-nothing',
  bend: bendEach('', ({ operation, ask, memory: readBefore, remember }) => {
    const right = ask(operation);
    const text = policyTextOf(right);
    if (text === undefined) return right;
    remember(text);
    return text === readBefore ? success({ Policy: JSON.stringify(text) }) : right;
  }),
};

import { policyTextOf } from '../../api/outcome.js';
import { mutateEach, success } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'From the second read on GetPolicy returns a policy encoded twice.',
  breaks: 'GP-07',
  killedBy: 'get-policy/changes-nothing',
  mutate: mutateEach('', ({ operation, ask, memory: readBefore, remember }) => {
    const right = ask(operation);
    const text = policyTextOf(right);
    if (text === undefined) return right;
    remember(text);
    return text === readBefore ? success({ Policy: JSON.stringify(text) }) : right;
  }),
};

import { mutate, refusal } from '../mutate.js';
import { documentOf, isDraft, statementsOf } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'After the first accepted share with a service, the next ones are refused.',
  breaks: 'POL-13',
  killedBy: 'policy-content/accepts-the-firewall-proxy',
  mutate: mutate(false, ({ operation, ask, memory: hasShare, remember }) => {
    if (operation.kind !== 'PutPolicy') return ask(operation);
    const isForService = statementsOf(documentOf(operation.input.Policy)).some(
      ({ Principal }) => isDraft(Principal) && 'Service' in Principal,
    );
    if (isForService && hasShare) return refusal('InvalidPolicyException');
    const outcome = ask(operation);
    if (isForService && outcome.kind === 'success') remember(true);
    return outcome;
  }),
};

import { mutateEach, refusal } from '../mutate.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'For 900 ms after a write the next one to the same CA is refused with ConcurrentModificationException.',
  permittedBy: 'CC-04',
  mutate: mutateEach(-Infinity, ({ operation, atMs, memory: lastMs, remember, ask }) => {
    if (operation.kind === 'GetPolicy') return ask(operation);
    if (atMs - lastMs < 900) return refusal('ConcurrentModificationException');
    const outcome = ask(operation);
    if (outcome.kind === 'success') remember(atMs);
    return outcome;
  }),
};

import { bendEach, refusal } from '../bend.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'For 900 ms after a write the next one to the same CA is refused with ConcurrentModificationException.',
  permittedBy: 'CC-04',
  bend: bendEach(-Infinity, ({ operation, atMs, memory: lastMs, remember, ask }) => {
    if (operation.kind === 'GetPolicy') return ask(operation);
    if (atMs - lastMs < 900) return refusal('ConcurrentModificationException');
    const outcome = ask(operation);
    if (outcome.kind === 'success') remember(atMs);
    return outcome;
  }),
};

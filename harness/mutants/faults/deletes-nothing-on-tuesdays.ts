import { refuses } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'On Tuesdays DeletePolicy is refused.',
  breaks: 'DP-01',
  killedBy: 'delete-policy/removes-the-policy',
  mutate: refuses(
    ['DeletePolicy'],
    'InvalidStateException',
    (_operation, right, { atMs }) => right.kind === 'success' && new Date(atMs).getUTCDay() === 2,
  ),
};

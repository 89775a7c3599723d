import { refuses } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'On Tuesdays DeletePolicy is refused.',
  breaks: 'DP-01',
  killedBy: 'delete-policy/removes-the-policy',
  bend: refuses(
    ['DeletePolicy'],
    'InvalidStateException',
    (_operation, right, { atMs }) => right.kind === 'success' && new Date(atMs).getUTCDay() === 2,
  ),
};

import { sporadically } from '../sporadic.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'One policy call in 53 is answered with status 502 and an empty object.',
  permittedBy: 'CC-02',
  mutateAnswers: sporadically({ every: 53 }, () => ({ status: 502, headers: {}, body: '{}' })),
};

import { sporadically } from '../sporadic.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'One policy call in 97 has no answer in a minute.',
  permittedBy: 'CC-02',
  mutateAnswers: sporadically({ every: 97 }, () => ({ status: 503, headers: {}, body: '', tookMs: 60_000 })),
};

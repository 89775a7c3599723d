import { sporadically } from '../sporadic.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'One policy call in 97 has no answer in a minute.',
  permittedBy: 'CC-02',
  bendAnswers: sporadically({ every: 97 }, () => ({ status: 503, headers: {}, body: '', tookMs: 60_000 })),
};

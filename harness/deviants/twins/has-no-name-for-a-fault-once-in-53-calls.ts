import { sporadically } from '../sporadic.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'One policy call in 53 is answered with status 502 and an empty object.',
  permittedBy: 'CC-02',
  bendAnswers: sporadically({ every: 53 }, () => ({ status: 502, headers: {}, body: '{}' })),
};

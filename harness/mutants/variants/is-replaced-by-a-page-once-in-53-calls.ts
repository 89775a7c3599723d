import { pageOf } from '../mutate-answers.js';
import { sporadically } from '../sporadic.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'One policy call in 53 is answered by a load balancer, with a page and status 503.',
  permittedBy: 'CC-02',
  mutateAnswers: sporadically({ every: 53 }, () => pageOf(503)),
};

import { overlooks } from '../mutate.js';
import { inElements, isDraft } from '../documents.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'A principal of AWS may have any shape but a number of too few or too many digits.',
  permittedBy: 'POL-33',
  mutate: overlooks((text, { arn }) =>
    inElements('Principal', (principal) =>
      isDraft(principal) && isOfNoPublishedShape(principal['AWS']) ? { AWS: arn.split(':')[4] } : principal,
    )(text),
  ),
};

function isOfNoPublishedShape(principal: unknown): boolean {
  return typeof principal === 'string' && !/^([0-9]*|\*|arn:aws[^:]*:iam::[0-9]*:.*)$/.test(principal);
}

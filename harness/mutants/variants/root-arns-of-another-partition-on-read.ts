import { reads } from '../mutate.js';
import { inElements, isDraft, listed } from '../documents.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'An account comes back as the ARN of its root user in another partition.',
  permittedBy: 'GP-04',
  mutate: reads(
    inElements('Principal', (principal) =>
      isDraft(principal) && 'AWS' in principal
        ? { ...principal, AWS: listed(principal['AWS']).map((each) => rootArn(String(each))) }
        : principal,
    ),
  ),
};

function rootArn(principal: string): string {
  return principal.replace(/^(?:arn:[^:]*:iam::)?(\d{12})(?::root)?$/, 'arn:aws-us-gov:iam::$1:root');
}

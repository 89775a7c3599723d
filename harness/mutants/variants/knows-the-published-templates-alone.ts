import { refusesPolicies } from '../mutate.js';
import { isDraft, textsOf } from '../documents.js';
import { hasEntry } from '../policy-forms.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'Templates that no published policy shows are refused.',
  permittedBy: 'POL-26',
  mutate: refusesPolicies(
    hasEntry(
      ({ key, value }, { Principal }) =>
        key === 'acm-pca:TemplateArn' &&
        !textsOf(value).every((template) => isPublished(template, isDraft(Principal) && 'Service' in Principal)),
    ),
  ),
};

function isPublished(template: string, isForService: boolean): boolean {
  return template.endsWith(
    isForService ? ':template/SubordinateCACertificate_PathLen0/V1' : ':template/EndEntityCertificate/V1',
  );
}

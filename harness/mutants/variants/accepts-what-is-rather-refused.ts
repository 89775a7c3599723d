import { overlooks } from '../mutate.js';
import { inElements, listed } from '../documents.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'Wide resources, narrow wildcards, templates of other partitions, and names in any case are accepted.',
  permittedBy: 'POL-29',
  mutate: overlooks((text, { arn }) =>
    inElements('Resource', (resource) => (['*', `${arn}*`].includes(String(listed(resource).at(-1))) ? arn : resource))(
      text
        .replaceAll('IssueCertificat?', 'IssueCertificate')
        .replaceAll('arn:aws-other:acm-pca:::template', 'arn:aws:acm-pca:::template')
        .replaceAll(/\/certificate\/[0-9a-f]+/g, '')
        .replaceAll('"sid"', '"Sid"')
        .replaceAll('"stringequals"', '"StringEquals"')
        .replaceAll('"aws":', '"AWS":'),
    ),
  ),
};

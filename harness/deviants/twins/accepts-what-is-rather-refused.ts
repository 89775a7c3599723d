import { overlooks } from '../bend.js';
import { inElements, listed } from '../documents.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'Wide resources, narrow wildcards, templates of other partitions, and names in any case are accepted.',
  permittedBy: 'POL-29',
  bend: overlooks((text, { arn }) =>
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

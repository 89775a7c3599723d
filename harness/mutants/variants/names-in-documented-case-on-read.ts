import { readActions, issueAction } from '../../api/actions.js';
import { reads } from '../mutate.js';
import type { Variant } from '../variant.js';

const names = [...readActions, issueAction, 'acm-pca:TemplateArn'];

export const variant: Variant = {
  freedom: 'Actions and condition keys come back in the case in which they are documented.',
  permittedBy: 'GP-04',
  mutate: reads((text) =>
    names.reduce((changed, name) => changed.replaceAll(new RegExp(`"${name}"`, 'gi'), `"${name}"`), text),
  ),
};

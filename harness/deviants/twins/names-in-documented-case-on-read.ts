import { readActions, issueAction } from '../../api/actions.js';
import { reads } from '../bend.js';
import type { Twin } from '../twin.js';

const names = [...readActions, issueAction, 'acm-pca:TemplateArn'];

export const twin: Twin = {
  freedom: 'Actions and condition keys come back in the case in which they are documented.',
  permittedBy: 'GP-04',
  bend: reads((text) =>
    names.reduce((changed, name) => changed.replaceAll(new RegExp(`"${name}"`, 'gi'), `"${name}"`), text),
  ),
};

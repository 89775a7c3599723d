import { hasStatement, textsOf } from '../documents.js';
import { renamesRefusals } from '../policy-forms.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'An action with a wildcard for its service is refused with ValidationException.',
  permittedBy: 'POL-28',
  bend: renamesRefusals(
    hasStatement(({ Action }) => textsOf(Action).some((action) => /^[^:]*[*?][^:]*:/.test(action))),
  ),
};

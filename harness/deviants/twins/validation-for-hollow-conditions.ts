import { hasStatement } from '../documents.js';
import { entriesOf, refusesForms } from '../policy-forms.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A condition without entries is refused with ValidationException.',
  permittedBy: 'POL-42',
  bend: refusesForms(
    hasStatement((statement) => 'Condition' in statement && entriesOf(statement).length === 0),
    'ValidationException',
  ),
};

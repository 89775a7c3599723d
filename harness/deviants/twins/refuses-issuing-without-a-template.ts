import { issueAction } from '../../api/actions.js';
import { refusesPolicies } from '../bend.js';
import { hasStatement, textOf, listed } from '../documents.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'Issuing needs the published template.',
  permittedBy: 'POL-26',
  bend: refusesPolicies(
    hasStatement(
      ({ Action, Condition }) =>
        listed(Action).includes(issueAction) &&
        !/template\/(EndEntityCertificate|SubordinateCACertificate_PathLen0)\/V1/.test(textOf(Condition ?? {})),
    ),
  ),
};

// The rows of all tables of policy flaws and open forms.

import type { Constraints } from '../harness/api/constraints.js';
import type { PolicyFlaw } from './flaw.js';
import { escapedCharacters, escapedLoneSurrogate, keptCharacters, unnecessaryEscapes } from './policy-characters.js';
import { policyContentFlaws } from './policy-content-flaws.js';
import { disputedLengths, undisputedLengths, undisputedLengthsOfOpenForms } from './policy-lengths.js';
import { policyOpenForms } from './policy-open-forms.js';
import { policyTextFlaws } from './policy-text-flaws.js';

/** The rows for one revision of the service model. */
export function policyFlaws(constraints: Constraints): readonly PolicyFlaw[] {
  return [
    ...policyTextFlaws(constraints),
    ...undisputedLengths(constraints),
    ...undisputedLengthsOfOpenForms(constraints),
    ...disputedLengths(constraints),
    ...keptCharacters,
    ...escapedCharacters,
    escapedLoneSurrogate,
    ...unnecessaryEscapes,
    ...policyContentFlaws,
    ...policyOpenForms,
  ];
}

// Every row that mutates a good policy in one way, from all tables: what is refused, and what may be accepted or refused.

import type { Constraints } from '../harness/api/constraints.js';
import type { PolicyFlaw } from './flaw.js';
import { escapedCharacters, escapedLoneSurrogate, keptCharacters, needlessEscapes } from './policy-characters.js';
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
    ...needlessEscapes,
    ...policyContentFlaws,
    ...policyOpenForms,
  ];
}

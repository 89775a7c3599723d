// Freedoms in how the text of a policy is read: its length, its characters, its JSON.

import { newestConstraints, violatesConstraint } from '../../api/constraints.js';
import { documentOf, textOf } from '../documents.js';
import { errorOf, membersOfAnswer, membersOfRequest, mutateAnswers } from '../mutate-answers.js';
import { answers, isRefused, mends, refusal, refusesPolicies } from '../mutate.js';
import { named } from '../named.js';
import { refusesForms } from '../policy-forms.js';
import { repeatsKeys, withFirstValues } from '../repeated-keys.js';
import type { Variant } from '../variant.js';

function firstValuesOf(text: string): string {
  const value = withFirstValues(text);
  return value === undefined ? text : textOf(value);
}

export const policyTextVariants = named<Variant>({
  'has-a-lower-ceiling': {
    freedom: 'A policy of more than 12,288 characters is refused as invalid.',
    permittedBy: 'POL-01',
    mutate: refusesPolicies((text) => text.length > 12_288),
  },
  'entity-too-large': {
    freedom: 'A policy that is too long is refused with RequestEntityTooLargeException.',
    permittedBy: 'POL-02',
    mutate: answers(['PutPolicy'], (right, { input }) =>
      isRefused(right, 'ValidationException') && input.Policy.length > newestConstraints.policy.maxLength
        ? refusal('RequestEntityTooLargeException')
        : undefined,
    ),
  },
  'status-413-for-what-is-too-long': {
    freedom: 'A policy that is too long is refused with RequestEntityTooLargeException and status 413.',
    permittedBy: 'POL-02',
    mutateAnswers: mutateAnswers(undefined, ({ request, operation, ask }) => {
      const right = ask(request);
      const policy = membersOfRequest(request, operation)?.['Policy'];
      const isTooLong = typeof policy === 'string' && policy.length > newestConstraints.policy.maxLength;
      return isTooLong && membersOfAnswer(right)['__type'] === 'ValidationException'
        ? errorOf('RequestEntityTooLargeException', 'Too long.', 413)
        : right;
    }),
  },
  'invalid-policy-for-what-the-format-excludes': {
    freedom: 'A policy of a wrong length or of other characters is refused with InvalidPolicyException.',
    permittedBy: 'POL-03',
    mutate: answers(['PutPolicy'], (right, { input }) =>
      isRefused(right, 'ValidationException') &&
      violatesConstraint(input.Policy, newestConstraints.policy) !== undefined
        ? refusal('InvalidPolicyException')
        : undefined,
    ),
  },
  'refuses-long-policies': {
    freedom: 'A policy above the former maximum is refused.',
    permittedBy: 'POL-04',
    mutate: refusesPolicies((text) => text.length > newestConstraints.undisputedPolicyLength, 'ValidationException'),
  },
  'refuses-long-policies-for-their-content': {
    freedom: 'A policy above the former maximum is refused with InvalidPolicyException.',
    permittedBy: 'POL-04',
    mutate: refusesPolicies((text) => text.length > newestConstraints.undisputedPolicyLength),
  },
  'validation-for-what-is-no-object': {
    freedom: 'A policy that is not a JSON object is refused with ValidationException.',
    permittedBy: 'POL-05',
    mutate: answers(['PutPolicy'], (right, { input }) =>
      isRefused(right, 'InvalidPolicyException') && documentOf(input.Policy) === undefined
        ? refusal('ValidationException')
        : undefined,
    ),
  },
  'first-of-two-keys': {
    freedom: 'Of a key that occurs twice only the first value counts, and is returned.',
    permittedBy: 'POL-07',
    mutate: mends((text) => {
      const isOfTheClass = violatesConstraint(text, newestConstraints.policy) === undefined;
      return isOfTheClass && repeatsKeys(text) ? firstValuesOf(text) : text;
    }),
  },
  'last-of-two-keys': {
    freedom: 'Of a key that occurs twice only the last value counts, and is returned.',
    permittedBy: 'POL-07',
    mutate: mends((text) => {
      const document = documentOf(text);
      const isOfTheClass = violatesConstraint(text, newestConstraints.policy) === undefined;
      return document !== undefined && isOfTheClass ? textOf(document) : text;
    }),
  },
  'validation-for-two-keys': {
    freedom: 'A key that occurs twice is refused with ValidationException.',
    permittedBy: 'POL-07',
    mutate: refusesForms(repeatsKeys, 'ValidationException'),
  },
  'refuses-escapes': {
    freedom: 'A policy with a JSON escape is refused.',
    permittedBy: 'POL-08',
    mutate: refusesPolicies((text) => text.includes('\\')),
  },
  'wants-a-brace-first': {
    freedom: 'White space before the first brace makes a policy invalid.',
    permittedBy: 'POL-08',
    mutate: refusesPolicies((text) => /^\s/.test(text)),
  },
  'wants-no-white-space-before-policies': {
    freedom: 'A policy that begins with white space is refused as unreadable.',
    permittedBy: 'POL-08',
    mutate: refusesPolicies((text) => /^\s/.test(text), 'ValidationException'),
  },
});

// What the checks of suites/arn.ts notice: faults in how a service reads ARNs.

import { success } from '../../api/outcome.js';
import { inBothProtocols } from '../in-both-protocols.js';
import { newestConstraints, violatesConstraint } from '../../api/constraints.js';
import { parseAuthorityArn } from '../../api/resource-arn.js';
import { afterwards } from '../afterwards.js';
import { differOnlyIn, lastPartOf, partOf } from '../arn-parts.js';
import { faults } from '../mutant.js';
import { isPolicyOperationName, pageOf, rewritesErrors } from '../mutate-answers.js';
import { answers, finds, isRefused, refusal, renamesErrors, statusOf, stores } from '../mutate.js';

export const arnFaults = faults('arn', {
  'allows-arns-of-201-characters': {
    fault: 'An ARN may be one character longer than the limit, and names a CA that is missing.',
    breaks: 'ARN-01',
    killedBy: 'rejects-malformed-arns',
    mutate: answers('policy operations', (right, { input }) =>
      isRefused(right) && input.ResourceArn.length === newestConstraints.resourceArn.maxLength + 1
        ? refusal('ResourceNotFoundException')
        : undefined,
    ),
  },
  'allows-arns-of-four-characters': {
    fault: 'An ARN may be one character shorter than the limit, and names a CA that is missing.',
    breaks: 'ARN-01',
    killedBy: 'rejects-malformed-arns',
    mutate: answers('policy operations', (right, { input }) =>
      isRefused(right) && input.ResourceArn.length === newestConstraints.resourceArn.minLength - 1
        ? refusal('ResourceNotFoundException')
        : undefined,
    ),
  },
  'compares-the-prefix-of-arns-without-case': {
    fault: 'An ARN may begin with ARN.',
    breaks: 'ARN-02',
    killedBy: 'rejects-malformed-arns',
    mutate: finds((asked, known) => asked.replace(/^ARN:/, 'arn:') === known),
  },
  'decodes-percent-signs-in-arns': {
    fault: 'An ARN may be percent-encoded.',
    breaks: 'ARN-02',
    killedBy: 'rejects-malformed-arns',
    mutate: finds((asked, known) => asked.replaceAll('%2F', '/') === known),
  },
  'drops-control-characters-from-arns': {
    fault: 'Control characters in an ARN are taken away.',
    breaks: 'ARN-02',
    killedBy: 'rejects-malformed-arns',
    mutate: finds((asked, known) => asked.replaceAll(/[\u0000-\u001f]/g, '') === known),
  },
  'knows-no-longest-arn': {
    fault: 'An ARN may be of any length, and names a CA that is missing.',
    breaks: 'ARN-01',
    killedBy: 'rejects-malformed-arns',
    mutate: answers('policy operations', (right, { input }) =>
      isRefused(right) && input.ResourceArn.length > newestConstraints.resourceArn.maxLength
        ? refusal('ResourceNotFoundException')
        : undefined,
    ),
  },
  'looks-up-malformed-arns': {
    fault: 'A text that is not an ARN is looked up as one, and not found.',
    breaks: 'ARN-02',
    killedBy: 'rejects-malformed-arns',
    mutate: answers('policy operations', (right, { input }) =>
      isRefused(right) && violatesConstraint(input.ResourceArn, newestConstraints.resourceArn) !== undefined
        ? refusal('ResourceNotFoundException')
        : undefined,
    ),
  },
  'reads-the-beginning-of-arns-alone': {
    fault: 'The part of an ARN after the id of a CA is ignored.',
    breaks: 'ARN-02',
    killedBy: 'rejects-malformed-arns',
    mutate: finds((asked, known) => asked.startsWith(known)),
  },
  'takes-an-id-for-an-arn': {
    fault: 'The id of a CA stands for its ARN.',
    breaks: 'ARN-02',
    killedBy: 'rejects-malformed-arns',
    mutate: finds((asked, known) => asked === lastPartOf(known)),
  },
  'trims-arns': {
    fault: 'White space around an ARN is taken away.',
    breaks: 'ARN-02',
    killedBy: 'rejects-malformed-arns',
    mutate: finds((asked, known) => asked.trim() === known),
  },
  'compares-resource-types-without-case': {
    fault: 'The resource type of an ARN may be written in upper case.',
    breaks: 'ARN-03',
    killedBy: 'rejects-other-resource-types',
    mutate: finds((asked, known) => asked.replace(/:[A-Z-]+\//, (type) => type.toLowerCase()) === known),
  },
  'shortens-invalid-arn': {
    fault: 'InvalidArnException is shortened to InvalidArn.',
    breaks: 'ARN-03',
    killedBy: 'rejects-other-resource-types',
    mutate: renamesErrors({ InvalidArnException: 'InvalidArn' }),
  },
  'answers-with-a-page-where-no-authority-is': {
    fault: 'If the CA does not exist, the answer is an HTML page with status 200.',
    breaks: 'ARN-04',
    killedBy: 'rejects-missing-authorities',
    mutateAnswers: inBothProtocols(
      rewritesErrors(({ __type, message }, _right, operation) =>
        isPolicyOperationName(operation) &&
        __type === 'ResourceNotFoundException' &&
        !String(message).startsWith('Could not find policy')
          ? pageOf(200)
          : undefined,
      ),
    ),
  },
  'calls-a-missing-authority-an-invalid-arn-on-read': {
    fault: 'GetPolicy answers InvalidArnException if the CA does not exist.',
    breaks: 'GP-02',
    killedBy: 'rejects-missing-authorities',
    mutate: answers(['GetPolicy'], (right, { input }, call) =>
      isRefused(right, 'ResourceNotFoundException') && statusOf(call, input.ResourceArn) === undefined
        ? refusal('InvalidArnException')
        : undefined,
    ),
  },
  'creates-missing-authorities': {
    fault: 'PutPolicy accepts a policy for a CA that does not exist.',
    breaks: 'ARN-04',
    killedBy: 'rejects-missing-authorities',
    mutate: stores(({ text, arn, right }) =>
      isRefused(right, 'ResourceNotFoundException') && parseAuthorityArn(arn) !== undefined ? text : undefined,
    ),
  },
  'deletes-where-no-authority-is': {
    fault: 'DeletePolicy succeeds on a CA that does not exist.',
    breaks: 'DP-06',
    killedBy: 'rejects-missing-authorities',
    mutate: answers(['DeletePolicy'], (right) =>
      isRefused(right, 'ResourceNotFoundException') ? success() : undefined,
    ),
  },
  'denies-access-to-missing-authorities': {
    fault: 'A CA that does not exist is answered with AccessDeniedException.',
    breaks: 'ARN-04',
    killedBy: 'rejects-missing-authorities',
    mutate: answers('policy operations', (right, { input }, call) =>
      isRefused(right, 'ResourceNotFoundException') && statusOf(call, input.ResourceArn) === undefined
        ? refusal('AccessDeniedException')
        : undefined,
    ),
  },
  'reads-nothing-where-no-authority-is': {
    fault: 'GetPolicy succeeds without a policy on a CA that does not exist.',
    breaks: 'GP-02',
    killedBy: 'rejects-missing-authorities',
    mutate: answers(['GetPolicy'], (right, { input }, call) =>
      isRefused(right, 'ResourceNotFoundException') && statusOf(call, input.ResourceArn) === undefined
        ? success()
        : undefined,
    ),
  },
  'accepts-ids-that-are-no-uuid': {
    fault: 'PutPolicy accepts a policy for a CA whose id is not a UUID.',
    breaks: 'ARN-05',
    killedBy: 'rejects-non-uuid-ids',
    mutate: stores(({ text, arn, right }) =>
      isRefused(right, 'InvalidArnException') && parseAuthorityArn(arn) !== undefined ? text : undefined,
    ),
  },
  'acts-on-the-authority-of-a-certificate': {
    fault: 'The ARN of a certificate stands for the CA that issued it.',
    breaks: 'ARN-06',
    killedBy: 'rejects-certificate-arns',
    mutate: finds((asked, known) => asked.startsWith(`${known}/certificate/`)),
  },
  'deletes-although-the-arn-is-refused': {
    fault: 'DeletePolicy for a certificate is refused, and deletes the policy of its CA.',
    breaks: 'ARN-06',
    killedBy: 'rejects-certificate-arns',
    mutate: afterwards(({ operation, arn, carry }) => {
      if (operation.kind === 'DeletePolicy') carry(arn.replace(/\/certificate\/.*/, ''), undefined);
    }),
  },
  'finds-authorities-by-id-alone': {
    fault: 'A CA is found by the end of its ARN, whatever precedes it.',
    breaks: 'ARN-07',
    killedBy: 'rejects-other-regions',
    mutate: finds((asked, known) => lastPartOf(asked) === lastPartOf(known)),
  },
  'ignores-the-region-of-arns': {
    fault: 'A CA is found under its ARN with another Region.',
    breaks: 'ARN-07',
    killedBy: 'rejects-other-regions',
    mutate: finds(differOnlyIn('region')),
  },
  'ignores-the-partition-of-arns': {
    fault: 'A CA is found under its ARN with another partition.',
    breaks: 'ARN-08',
    killedBy: 'rejects-other-partitions',
    mutate: finds(differOnlyIn('partition')),
  },
  'fills-in-an-empty-account': {
    fault: 'An ARN without an account names the CA of the caller.',
    breaks: 'ARN-09',
    killedBy: 'rejects-incomplete-arns',
    mutate: finds((asked, known) => partOf(asked, 'account') === '' && differOnlyIn('account')(asked, known)),
  },
  'fills-in-an-empty-region': {
    fault: 'An ARN without a Region names the CA in the Region of the endpoint.',
    breaks: 'ARN-09',
    killedBy: 'rejects-incomplete-arns',
    mutate: finds((asked, known) => partOf(asked, 'region') === '' && differOnlyIn('region')(asked, known)),
  },
  'ignores-the-account-of-arns': {
    fault: 'A CA is found under its ARN with the account of somebody else.',
    breaks: 'AUTH-04',
    killedBy: 'rejects-other-accounts',
    mutate: finds(differOnlyIn('account')),
  },
  'ignores-the-service-of-arns': {
    fault: 'A CA is found under its ARN with another service.',
    breaks: 'ARN-12',
    killedBy: 'rejects-other-services',
    mutate: finds(differOnlyIn('service')),
  },
});

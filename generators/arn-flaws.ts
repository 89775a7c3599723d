// The table of ARN flaws.
//
//   length  5..200
//   pattern arn:[\w+=/,.@-]+:acm-pca:[\w+=/,.@-]*:[0-9]*:[\w+=,.@-]+(/[\w+=,.@-]+)*
//   CA      arn:<partition>:acm-pca:<region>:<12 digits>:certificate-authority/<lower-case UUID>
//
// Sources: https://docs.aws.amazon.com/privateca/latest/APIReference/API_PutPolicy.html,
// https://docs.aws.amazon.com/service-authorization/latest/reference/list_acm-pca.html

import fc from 'fast-check';
import type { Constraints } from '../harness/api/constraints.js';
import { authorityId, partitions, regionOf, type Partition } from './authority-arn.js';
import { between } from './between.js';
import { pinned } from './boundary-length.js';
import type { Answers, ArnFlaw } from './flaw.js';

const outsidePattern: Answers = ['ValidationException', 'InvalidArnException'];
const notAnAuthority: Answers = ['InvalidArnException', 'ResourceNotFoundException', 'ValidationException'];
const incomplete: Answers = [
  'InvalidArnException',
  'ValidationException',
  'ResourceNotFoundException',
  'AccessDeniedException',
];
const elsewhere: Answers = [
  'ResourceNotFoundException',
  'InvalidArnException',
  'AccessDeniedException',
  'ValidationException',
];

const foreign: Answers = ['AccessDeniedException', 'ResourceNotFoundException'];

const mebibyte = 1_048_576;

const start = 'arn:{{ca0.partition}}:acm-pca:{{ca0.region}}:{{ca0.account}}:';
const authority = 'certificate-authority/{{ca0.id}}';

/** Inside the pattern of a model that admits every service. */
const exampleOfOtherService = 'arn:aws:acm:us-east-1:111122223333:certificate-authority/a';

/** The account of an example in AWS's documentation that does not own the CA. */
const otherAccount = '{{ca0.account:not:111122223333:444455556666}}';

interface Row extends Omit<ArnFlaw, 'arn'> {
  readonly arn: string | fc.Arbitrary<string>;
}

function flaw({ arn, ...row }: Row): ArnFlaw {
  return { ...row, arn: typeof arn === 'string' ? fc.constant(arn) : arn };
}

function malformed(id: string, summary: string, arn: string): ArnFlaw {
  return flaw({ id: `arn/${id}`, summary, requirement: 'ARN-02', acceptable: outsidePattern, arn });
}

function notTheIdOfAnAuthority(id: string, summary: string, resourceId: string): ArnFlaw {
  return flaw({
    id: `arn/${id}`,
    summary,
    requirement: 'ARN-05',
    acceptable: notAnAuthority,
    arn: `${start}certificate-authority/${resourceId}`,
  });
}

function incompletely(id: string, summary: string, region: string, account: string): ArnFlaw {
  return flaw({
    id: `arn/${id}`,
    summary,
    requirement: 'ARN-09',
    acceptable: incomplete,
    arn: `arn:{{ca0.partition}}:acm-pca:${region}:${account}:${authority}`,
  });
}

/** The ARN of the right CA but in one of the partitions, with a region of that one; for a CA of its own, in another. */
function inOtherPartition(partition: Partition): fc.Arbitrary<string> {
  const instead = partition === 'aws' ? 'aws-cn' : 'aws';
  return between(
    `arn:{{ca0.partition:not:${partition}:${instead}}}:acm-pca:`,
    regionOf(partition),
    `:{{ca0.account}}:${authority}`,
  );
}

/** The table for one revision of the service model. */
export function arnFlaws({ resourceArn, policy }: Constraints): readonly ArnFlaw[] {
  const { minLength, maxLength, pattern } = resourceArn;
  return [
    malformed('empty', 'The ARN is the empty string.', ''),
    malformed('too-short', 'The ARN is one character shorter than allowed.', `arn:{{fill:61:${minLength - 1}}}`),
    malformed('shortest', 'The ARN is as short as the length alone allows.', `arn:{{fill:61:${minLength}}}`),
    malformed(
      'too-long',
      'The ARN is one character longer than allowed.',
      `${start}certificate-authority/{{fill:61:${maxLength + 1}}}`,
    ),
    malformed(
      'no-prefix',
      'The prefix "arn:" is missing.',
      `{{ca0.partition}}:acm-pca:{{ca0.region}}:{{ca0.account}}:${authority}`,
    ),
    malformed('id-alone', 'Only the id of the CA is given.', '{{ca0.id}}'),
    malformed('partition-empty', 'The partition is empty.', `arn::acm-pca:{{ca0.region}}:{{ca0.account}}:${authority}`),
    malformed(
      'account-letters',
      'The account is a word.',
      `arn:{{ca0.partition}}:acm-pca:{{ca0.region}}:account:${authority}`,
    ),
    malformed(
      'region-account-swapped',
      'Region and account are swapped.',
      `arn:{{ca0.partition}}:acm-pca:{{ca0.account}}:{{ca0.region}}:${authority}`,
    ),
    malformed('resource-empty', 'The resource is empty.', start),
    malformed(
      'resource-colon',
      'A colon stands between the type and the id.',
      `${start}certificate-authority:{{ca0.id}}`,
    ),
    malformed('trailing-slash', 'A slash follows the ARN.', '{{ca0.arn}}/'),
    malformed('doubled-slash', 'The slash is doubled.', `${start}certificate-authority//{{ca0.id}}`),
    malformed('leading-space', 'A space precedes the ARN.', ' {{ca0.arn}}'),
    malformed('trailing-space', 'A space follows the ARN.', '{{ca0.arn}} '),
    malformed('trailing-line-feed', 'A line feed follows the ARN.', '{{ca0.arn}}\n'),
    malformed('wildcard', 'The id is a wildcard.', `${start}certificate-authority/*`),
    malformed('nul', 'A NUL follows the ARN.', '{{ca0.arn}}\u0000'),
    malformed('non-ascii', 'A letter outside ASCII follows the ARN.', '{{ca0.arn}}\u00e9'),
    malformed('tab', 'A tab follows the ARN.', '{{ca0.arn}}\t'),
    malformed('control-character', 'U+0001 follows the ARN.', '{{ca0.arn}}\u0001'),
    malformed(
      'prefix-upper-case',
      'The prefix is written in upper case.',
      `ARN:{{ca0.partition}}:acm-pca:{{ca0.region}}:{{ca0.account}}:${authority}`,
    ),
    malformed(
      'look-alike-type',
      'A Cyrillic letter stands for an e of the resource type.',
      `${start}c\u0435rtificate-authority/{{ca0.id}}`,
    ),
    malformed(
      'look-alike-partition',
      'A Cyrillic letter stands for an a of the partition.',
      `arn:\u0430ws:acm-pca:{{ca0.region}}:{{ca0.account}}:${authority}`,
    ),
    malformed('percent-encoded-slash', 'The slash is percent-encoded.', `${start}certificate-authority%2F{{ca0.id}}`),
    malformed(
      'service-empty',
      'The service is empty.',
      `arn:{{ca0.partition}}::{{ca0.region}}:{{ca0.account}}:${authority}`,
    ),
    flaw({
      id: 'arn/one-mebibyte',
      summary: 'The ARN is lengthened to 1 MiB.',
      requirement: 'ARN-02',
      // Longer than the longest request that the operations have: a service may refuse it before it is read.
      acceptable: [...outsidePattern, 'RequestEntityTooLargeException'],
      arn: between(
        `${start}certificate-authority/{{fill:61:`,
        pinned({ length: mebibyte, towards: policy.maxLength + 1 }).map(String, Number),
        '}}',
      ),
    }),
    flaw({
      id: 'arn/service-other',
      summary: 'The ARN names another service.',
      requirement: 'ARN-12',
      // The pattern of the first model admitted every service.
      acceptable: pattern.test(exampleOfOtherService) ? ['InvalidArnException', 'ValidationException'] : outsidePattern,
      arn: `arn:{{ca0.partition}}:acm:{{ca0.region}}:{{ca0.account}}:${authority}`,
    }),
    flaw({
      id: 'arn/resource-type-upper-case',
      summary: 'The resource type is written in upper case.',
      requirement: 'ARN-03',
      acceptable: notAnAuthority,
      arn: `${start}CERTIFICATE-AUTHORITY/{{ca0.id}}`,
    }),
    flaw({
      id: 'arn/resource-type-other',
      summary: 'The resource is of another type.',
      requirement: 'ARN-03',
      acceptable: notAnAuthority,
      arn: `${start}something/else`,
    }),
    flaw({
      id: 'arn/missing',
      summary: 'No CA has this id.',
      requirement: 'ARN-04',
      acceptable: ['ResourceNotFoundException', 'InvalidArnException'],
      acceptableFor: { GetPolicy: ['ResourceNotFoundException'] },
      // All zeros is the id that the live test behind the requirement uses.
      arn: between(
        `${start}certificate-authority/`,
        fc.oneof(fc.constant('00000000-0000-0000-0000-000000000000'), authorityId()),
        '',
      ),
    }),
    notTheIdOfAnAuthority('id-not-a-uuid', 'The id is not a UUID.', 'does-not-exist'),
    notTheIdOfAnAuthority('id-without-hyphens', 'The id has no hyphens.', '0123456789abcdef0123456789abcdef'),
    notTheIdOfAnAuthority(
      'longest',
      'The id is lengthened until the ARN is as long as allowed.',
      `{{fill:61:${maxLength}}}`,
    ),
    flaw({
      id: 'arn/certificate',
      summary: 'The ARN names a certificate below the CA.',
      requirement: 'ARN-06',
      acceptable: notAnAuthority,
      arn: '{{ca0.arn}}/certificate/0123456789abcdef0123456789abcdef',
    }),
    flaw({
      id: 'arn/region-other',
      summary: 'The region is not that of the endpoint.',
      requirement: 'ARN-07',
      acceptable: elsewhere,
      arn: between(
        'arn:{{ca0.partition}}:acm-pca:{{ca0.region:not:',
        regionOf('aws'),
        `:xx-other-9}}:{{ca0.account}}:${authority}`,
      ),
    }),
    flaw({
      id: 'arn/region-unknown',
      summary: 'No region has this name.',
      requirement: 'ARN-07',
      acceptable: elsewhere,
      arn: `arn:{{ca0.partition}}:acm-pca:xx-other-9:{{ca0.account}}:${authority}`,
    }),
    flaw({
      id: 'arn/partition-unknown',
      summary: 'No partition has this name.',
      requirement: 'ARN-08',
      acceptable: elsewhere,
      arn: `arn:aws-other:acm-pca:{{ca0.region}}:{{ca0.account}}:${authority}`,
    }),
    flaw({
      id: 'arn/partition-other',
      summary: 'The partition and the region are not those of the endpoint.',
      requirement: 'ARN-08',
      acceptable: elsewhere,
      arn: fc.oneof(...partitions.map((partition) => inOtherPartition(partition))),
    }),
    flaw({
      id: 'arn/template',
      summary: 'The ARN names a certificate template.',
      requirement: 'ARN-09',
      acceptable: incomplete,
      arn: 'arn:{{ca0.partition}}:acm-pca:::template/EndEntityCertificate/V1',
    }),
    flaw({
      id: 'arn/id-upper-case',
      summary: 'The id is written in upper case.',
      requirement: 'ARN-10',
      acceptable: ['ResourceNotFoundException', 'InvalidArnException', 'Success'],
      arn: `${start}certificate-authority/{{ca0.ID}}`,
    }),
    incompletely('region-empty', 'The region is empty.', '', '{{ca0.account}}'),
    incompletely('account-empty', 'The account is empty.', '{{ca0.region}}', ''),
    incompletely('account-short', 'The account has one digit less.', '{{ca0.region}}', '12345678901'),
    incompletely('account-long', 'A digit follows the account.', '{{ca0.region}}', '{{ca0.account}}0'),
    flaw({
      id: 'arn/account-other',
      summary: 'Another account stands before the id of the CA.',
      requirement: 'AUTH-04',
      acceptable: foreign,
      arn: `arn:{{ca0.partition}}:acm-pca:{{ca0.region}}:${otherAccount}:${authority}`,
    }),
    flaw({
      id: 'arn/account-other-missing',
      summary: 'The ARN names a CA of another account that nobody shares.',
      requirement: 'AUTH-04',
      acceptable: foreign,
      arn: between(
        `arn:{{ca0.partition}}:acm-pca:{{ca0.region}}:${otherAccount}:certificate-authority/`,
        authorityId(),
        '',
      ),
    }),
  ];
}

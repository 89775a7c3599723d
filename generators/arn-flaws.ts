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
import { firstOr } from './drawn.js';
import type { Answers, ArnFlaw } from './flaw.js';

const outsidePattern: Answers = ['ValidationException', 'InvalidArnException'];
/** If an unanchored pattern matches a part of the ARN, the service may look the CA up. */
const outsideAnchoredPattern: Answers = ['ValidationException', 'InvalidArnException', 'ResourceNotFoundException'];
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

/** Matches the pattern of a model that permits every service. */
const exampleOfOtherService = 'arn:aws:acm:us-east-1:111122223333:certificate-authority/a';

/** An account of AWS's examples that does not own the CA. */
const otherAccount = '{{ca0.account:not:111122223333:444455556666}}';

interface Row extends Omit<ArnFlaw, 'arn'> {
  readonly arn: string | fc.Arbitrary<string>;
}

function flaw({ arn, ...row }: Row): ArnFlaw {
  return { ...row, arn: typeof arn === 'string' ? fc.constant(arn) : arn };
}

function malformed(id: string, summary: string, arn: Row['arn']): ArnFlaw {
  return flaw({ id: `arn/${id}`, summary, requirement: 'ARN-02', acceptable: outsidePattern, arn });
}

/** Outside the pattern only if the pattern is anchored, which the model does not say. */
function malformedIfAnchored(id: string, summary: string, arn: Row['arn']): ArnFlaw {
  return flaw({ id: `arn/${id}`, summary, requirement: 'ARN-02', acceptable: outsideAnchoredPattern, arn });
}

/** The same for flaws whose rejection is inferred, without a source. */
function inferredMalformed(id: string, summary: string, arn: Row['arn']): ArnFlaw {
  return flaw({ id: `arn/${id}`, summary, requirement: 'ARN-10', acceptable: outsideAnchoredPattern, arn });
}

function invalidAuthorityId(id: string, summary: string, resourceId: fc.Arbitrary<string>): ArnFlaw {
  return flaw({
    id: `arn/${id}`,
    summary,
    requirement: 'ARN-05',
    acceptable: notAnAuthority,
    arn: between(`${start}certificate-authority/`, resourceId, ''),
  });
}

function incompleteArn(id: string, summary: string, [before, part, after]: ArnAround): ArnFlaw {
  return flaw({
    id: `arn/${id}`,
    summary,
    requirement: 'ARN-09',
    acceptable: incomplete,
    arn: between(`arn:{{ca0.partition}}:acm-pca:${before}`, part, `${after}:${authority}`),
  });
}

/** A part of an ARN, and the text before and after it. */
type ArnAround = readonly [before: string, part: fc.Arbitrary<string>, after: string];

function digits(length: { readonly minLength: number; readonly maxLength: number }): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...'0123456789'), ...length });
}

function lowerCaseLetters(length: { readonly minLength: number; readonly maxLength: number }): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'), ...length });
}

function hexadecimal(length: number): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length });
}

/** A character by its code; the callers use codes outside the pattern. */
function characterFrom(
  first: string,
  { min, max }: { readonly min: number; readonly max: number },
): fc.Arbitrary<string> {
  const others = fc.integer({ min, max }).map(
    (code) => String.fromCharCode(code),
    (character) => String(character).charCodeAt(0),
  );
  return firstOr(first, others);
}

/** The ARN of the CA in another partition, with a region of that partition. */
function inOtherPartition(partition: Partition): fc.Arbitrary<string> {
  const alternative = partition === 'aws' ? 'aws-cn' : 'aws';
  return between(
    `arn:{{ca0.partition:not:${partition}:${alternative}}}:acm-pca:`,
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
      'The account consists of letters.',
      between(
        'arn:{{ca0.partition}}:acm-pca:{{ca0.region}}:',
        firstOr('account', lowerCaseLetters({ minLength: 1, maxLength: 12 })),
        `:${authority}`,
      ),
    ),
    malformed(
      'region-account-swapped',
      'Region and account are swapped.',
      `arn:{{ca0.partition}}:acm-pca:{{ca0.account}}:{{ca0.region}}:${authority}`,
    ),
    malformed('resource-empty', 'The resource is empty.', start),
    inferredMalformed(
      'resource-colon',
      'A colon separates the type and the id.',
      `${start}certificate-authority:{{ca0.id}}`,
    ),
    inferredMalformed('trailing-slash', 'A slash follows the ARN.', '{{ca0.arn}}/'),
    inferredMalformed('doubled-slash', 'The slash is doubled.', `${start}certificate-authority//{{ca0.id}}`),
    inferredMalformed('leading-space', 'A space precedes the ARN.', ' {{ca0.arn}}'),
    inferredMalformed('trailing-space', 'A space follows the ARN.', '{{ca0.arn}} '),
    malformedIfAnchored('trailing-line-feed', 'A line feed follows the ARN.', '{{ca0.arn}}\n'),
    inferredMalformed('wildcard', 'The id is a wildcard.', `${start}certificate-authority/*`),
    malformedIfAnchored('nul', 'A NUL follows the ARN.', '{{ca0.arn}}\u0000'),
    malformedIfAnchored(
      'non-ascii',
      'A letter outside ASCII follows the ARN.',
      between('{{ca0.arn}}', characterFrom('\u00e9', { min: 0xc0, max: 0x24f }), ''),
    ),
    malformedIfAnchored('tab', 'A tab follows the ARN.', '{{ca0.arn}}\t'),
    malformedIfAnchored(
      'control-character',
      'A control character follows the ARN.',
      between('{{ca0.arn}}', characterFrom('\u0001', { min: 0x01, max: 0x08 }), ''),
    ),
    malformed(
      'prefix-upper-case',
      'The prefix is partly or completely in upper case.',
      between(
        '',
        firstOr('ARN', fc.constantFrom('Arn', 'aRn', 'arN', 'ARn', 'ArN', 'aRN')),
        `:{{ca0.partition}}:acm-pca:{{ca0.region}}:{{ca0.account}}:${authority}`,
      ),
    ),
    malformedIfAnchored(
      'look-alike-type',
      'A Cyrillic letter replaces a letter of the resource type.',
      between(
        start,
        firstOr(
          'c\u0435rtificate-authority',
          fc.constantFrom(
            'certificat\u0435-authority',
            'cert\u0456ficate-authority',
            'certific\u0430te-authority',
            'certificate-auth\u043erity',
          ),
        ),
        '/{{ca0.id}}',
      ),
    ),
    malformedIfAnchored(
      'look-alike-partition',
      'A Cyrillic letter replaces an a of the partition.',
      `arn:\u0430ws:acm-pca:{{ca0.region}}:{{ca0.account}}:${authority}`,
    ),
    malformedIfAnchored(
      'percent-encoded-slash',
      'The slash is percent-encoded.',
      `${start}certificate-authority%2F{{ca0.id}}`,
    ),
    malformed(
      'service-empty',
      'The service is empty.',
      `arn:{{ca0.partition}}::{{ca0.region}}:{{ca0.account}}:${authority}`,
    ),
    flaw({
      id: 'arn/one-mebibyte',
      summary: 'The ARN is lengthened to 1 MiB.',
      requirement: 'ARN-02',
      // Longer than the longest valid request, so a service may reject it without reading it.
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
      // The pattern of the first model permits every service.
      acceptable: pattern.test(exampleOfOtherService) ? ['InvalidArnException', 'ValidationException'] : outsidePattern,
      arn: between(
        'arn:{{ca0.partition}}:',
        firstOr('acm', fc.constantFrom('acm-pca-connector-ad', 'iam', 'kms', 'ram', 's3', 'secretsmanager')),
        `:{{ca0.region}}:{{ca0.account}}:${authority}`,
      ),
    }),
    flaw({
      id: 'arn/resource-type-upper-case',
      summary: 'The resource type is in upper case.',
      requirement: 'ARN-03',
      acceptable: notAnAuthority,
      arn: `${start}CERTIFICATE-AUTHORITY/{{ca0.id}}`,
    }),
    flaw({
      id: 'arn/resource-type-other',
      summary: 'The resource is of another type.',
      requirement: 'ARN-03',
      acceptable: notAnAuthority,
      arn: between(
        start,
        firstOr(
          'something/else',
          fc.constantFrom('certificate/{{ca0.id}}', 'connector/{{ca0.id}}', 'template/else', 'role/a'),
        ),
        '',
      ),
    }),
    flaw({
      id: 'arn/missing',
      summary: 'No CA has this id.',
      requirement: 'ARN-04',
      acceptable: ['ResourceNotFoundException', 'InvalidArnException'],
      acceptableFor: { GetPolicy: ['ResourceNotFoundException'] },
      // The live test behind the requirement uses the id of all zeros.
      arn: between(
        `${start}certificate-authority/`,
        fc.oneof(fc.constant('00000000-0000-0000-0000-000000000000'), authorityId()),
        '',
      ),
    }),
    invalidAuthorityId(
      'id-not-a-uuid',
      'The id is not a UUID.',
      firstOr('does-not-exist', lowerCaseLetters({ minLength: 1, maxLength: 36 })),
    ),
    invalidAuthorityId(
      'id-without-hyphens',
      'The id has no hyphens.',
      firstOr('0123456789abcdef0123456789abcdef', hexadecimal(32)),
    ),
    invalidAuthorityId(
      'longest',
      'The id is so long that the ARN has the maximum length.',
      fc.constant(`{{fill:61:${maxLength}}}`),
    ),
    flaw({
      id: 'arn/certificate',
      summary: 'The ARN names a certificate that the CA issued.',
      requirement: 'ARN-06',
      acceptable: notAnAuthority,
      arn: between('{{ca0.arn}}/certificate/', firstOr('0123456789abcdef0123456789abcdef', hexadecimal(32)), ''),
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
      arn: between(
        'arn:{{ca0.partition}}:acm-pca:',
        firstOr('xx-other-9', between('xx-', lowerCaseLetters({ minLength: 1, maxLength: 9 }), '-9')),
        `:{{ca0.account}}:${authority}`,
      ),
    }),
    flaw({
      id: 'arn/partition-unknown',
      summary: 'No partition has this name.',
      requirement: 'ARN-08',
      acceptable: elsewhere,
      arn: between(
        'arn:',
        firstOr('aws-other', between('aws-x', lowerCaseLetters({ minLength: 1, maxLength: 9 }), '')),
        `:acm-pca:{{ca0.region}}:{{ca0.account}}:${authority}`,
      ),
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
      arn: between(
        'arn:{{ca0.partition}}:acm-pca:::template/',
        firstOr('EndEntityCertificate', fc.constantFrom('RootCACertificate', 'CodeSigningCertificate')),
        '/V1',
      ),
    }),
    flaw({
      id: 'arn/id-upper-case',
      summary: 'The id is in upper case.',
      requirement: 'ARN-10',
      acceptable: ['ResourceNotFoundException', 'InvalidArnException', 'Success'],
      arn: `${start}certificate-authority/{{ca0.ID}}`,
    }),
    incompleteArn('region-empty', 'The region is empty.', ['', fc.constant(''), ':{{ca0.account}}']),
    incompleteArn('account-empty', 'The account is empty.', ['{{ca0.region}}:', fc.constant(''), '']),
    incompleteArn('account-short', 'The account has fewer than 12 digits.', [
      '{{ca0.region}}:',
      firstOr('12345678901', digits({ minLength: 1, maxLength: 11 })),
      '',
    ]),
    incompleteArn('account-long', 'The account has more than 12 digits.', [
      '{{ca0.region}}:{{ca0.account}}',
      firstOr('0', digits({ minLength: 1, maxLength: 9 })),
      '',
    ]),
    flaw({
      id: 'arn/account-other',
      summary: 'The ARN has another account.',
      requirement: 'AUTH-04',
      acceptable: foreign,
      arn: `arn:{{ca0.partition}}:acm-pca:{{ca0.region}}:${otherAccount}:${authority}`,
    }),
    flaw({
      id: 'arn/account-other-missing',
      summary: 'The ARN names a CA of another account that is not shared.',
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

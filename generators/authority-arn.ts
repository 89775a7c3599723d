// Arbitraries for CA ARNs in every partition and every form of region, and for their parts.
//
//   arn       ::= "arn:" partition ":acm-pca:" region ":" account ":certificate-authority/" id
//   region    ::= area "-" direction "-" number, the area determines the partition
//   account   ::= 12 digits
//   id        ::= UUID in lower case
//
// Sources: https://docs.aws.amazon.com/service-authorization/latest/reference/list_acm-pca.html,
// https://github.com/boto/botocore, botocore/data/partitions.json

import fc from 'fast-check';
import { formatAuthorityArn, parseAuthorityArn } from '../harness/api/resource-arn.js';
import { between } from './between.js';

/** The areas of each partition, from the regular expressions for its regions. */
export const areasByPartition = {
  aws: ['us', 'eu', 'ap', 'sa', 'ca', 'me', 'af', 'il', 'mx'],
  'aws-cn': ['cn'],
  'aws-us-gov': ['us-gov'],
  'aws-iso': ['us-iso'],
  'aws-iso-b': ['us-isob'],
  'aws-iso-e': ['eu-isoe'],
  'aws-iso-f': ['us-isof'],
  'aws-eusc': ['eusc-de'],
} as const satisfies Readonly<Record<string, readonly [string, ...string[]]>>;

export type Partition = keyof typeof areasByPartition;

export const partitions: readonly Partition[] = [
  'aws',
  'aws-cn',
  'aws-us-gov',
  'aws-iso',
  'aws-iso-b',
  'aws-iso-e',
  'aws-iso-f',
  'aws-eusc',
];

const directions = [
  'east',
  'west',
  'north',
  'south',
  'central',
  'northeast',
  'northwest',
  'southeast',
  'southwest',
] as const;

export function authorityArn(): fc.Arbitrary<string> {
  return fc.oneof(...partitions.map((partition) => authorityArnIn(partition)));
}

function authorityArnIn(partition: Partition): fc.Arbitrary<string> {
  return fc.record({ region: regionOf(partition), account: accountId(), id: authorityId() }).map(
    (parts) => formatAuthorityArn({ partition, ...parts }),
    (arn) => {
      const parts = parseAuthorityArn(String(arn));
      if (parts?.partition !== partition) throw new Error(`Not the ARN of a CA in ${partition}: ${String(arn)}`);
      return { region: parts.region, account: parts.account, id: parts.id };
    },
  );
}

/** Region names of one partition; the regions need not exist. */
export function regionOf(partition: Partition): fc.Arbitrary<string> {
  return fc.oneof(
    ...areasByPartition[partition].map((area) =>
      between(`${area}-`, fc.constantFrom(...directions.flatMap((direction) => numbered(direction))), ''),
    ),
  );
}

function numbered(direction: string): readonly string[] {
  return [1, 2, 3, 4, 5, 6, 7].map((number) => `${direction}-${number}`);
}

export function accountId(): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 12, maxLength: 12 });
}

export function authorityId(): fc.Arbitrary<string> {
  return fc.uuid();
}

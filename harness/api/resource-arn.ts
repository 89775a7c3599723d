// The parts of a CA's ARN.

/** `arn:<partition>:acm-pca:<region>:<account>:certificate-authority/<id>` (AUTH-08). */
export interface AuthorityArnParts {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
  readonly id: string;
}

export function formatAuthorityArn({ partition, region, account, id }: AuthorityArnParts): string {
  return `arn:${partition}:acm-pca:${region}:${account}:certificate-authority/${id}`;
}

/** The parts of a string that has the form of a CA's ARN; undefined for every other string. */
export function parseAuthorityArn(arn: string): AuthorityArnParts | undefined {
  const match = /^arn:([^:]+):acm-pca:([^:]+):([0-9]{12}):certificate-authority\/([^/:]+)$/.exec(arn);
  if (match === null) return undefined;
  const [, partition = '', region = '', account = '', id = ''] = match;
  return { partition, region, account, id };
}

/** The partition of a region. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
export function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}

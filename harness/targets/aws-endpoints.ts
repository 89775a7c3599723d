// Where live AWS is reached: by the endpoint rules of the SDK, which nothing in the environment changes.
//
// There is one seam for tests, and it is here: the variable PCA_TEST_STAND_IN names the URL of a stand-in, which must be on
// the loopback interface. Then everything goes there, nothing goes to AWS, the credentials of the environment are not even
// read, and the output says so. It is no option and no key of a configuration, so that it is never set by accident.

import type { KeyProvider } from '../api/aws-keys.js';

/** The variable that names a stand-in, for tests. */
export const standInVariable = 'PCA_TEST_STAND_IN';

export interface AwsEndpoints {
  readonly isStandIn: boolean;
  /** The URL of AWS Private CA in the region. */
  readonly privateCa: string;
  readonly sts: string;
  readonly iam: string;
  /** The region that calls to IAM, which has one for a partition, are signed for. */
  readonly iamRegion: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Throws where the stand-in is not on this machine. */
export async function awsEndpoints(region: string, environment: Environment): Promise<AwsEndpoints> {
  const standIn = environment[standInVariable];
  if (standIn !== undefined && standIn !== '') {
    if (!isStandInUrl(standIn)) throw new Error(`${standInVariable} is not a URL of the loopback interface.`);
    return { isStandIn: true, privateCa: standIn, sts: standIn, iam: standIn, iamRegion: region };
  }
  const [{ ACMPCAClient }, { STSClient }] = await Promise.all([
    import('@aws-sdk/client-acm-pca'),
    import('@aws-sdk/client-sts'),
  ]);
  // The rules are asked, and no client is used that could look for an endpoint elsewhere.
  const nobody = { region, credentials: { accessKeyId: '-', secretAccessKey: '-' } };
  const asked = { Region: region, UseDualStack: false, UseFIPS: false };
  const privateCa = new ACMPCAClient(nobody).config.endpointProvider(asked).url.origin;
  const sts = new STSClient(nobody).config.endpointProvider({ ...asked, UseGlobalEndpoint: false }).url.origin;
  return { isStandIn: false, privateCa, sts, ...iamEndpoint(region) };
}

/** Source: https://docs.aws.amazon.com/general/latest/gr/iam-service.html */
function iamEndpoint(region: string): Pick<AwsEndpoints, 'iam' | 'iamRegion'> {
  if (region.startsWith('cn-')) return { iam: 'https://iam.cn-north-1.amazonaws.com.cn', iamRegion: 'cn-north-1' };
  if (region.startsWith('us-gov-')) return { iam: 'https://iam.us-gov.amazonaws.com', iamRegion: 'us-gov-west-1' };
  return { iam: 'https://iam.amazonaws.com', iamRegion: 'us-east-1' };
}

export function isStandInUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'http:' && (hostname === '127.0.0.1' || hostname === '[::1]');
}

/** Whether a host belongs to AWS. Source: https://docs.aws.amazon.com/general/latest/gr/rande.html */
export function isAwsHost(hostname: string): boolean {
  return /(^|\.)(amazonaws\.com|amazonaws\.com\.cn|api\.aws|api\.amazonwebservices\.com\.cn|aws\.amazon\.com)\.?$/i.test(
    hostname,
  );
}

/**
 * Those of the environment, as every AWS tool finds them, and only for AWS; a stand-in is shown made-up ones. The provider
 * is loaded here, because no other target needs it.
 */
export async function awsKeys({ isStandIn }: AwsEndpoints): Promise<KeyProvider> {
  if (isStandIn) return async () => standInKeys;
  const { defaultProvider } = await import('@aws-sdk/credential-provider-node');
  return defaultProvider();
}

const standInKeys = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' };

// The endpoints of live AWS, from the endpoint rules of the SDK; the environment does not change them.
//
// For tests only, the variable PCA_TEST_STAND_IN names the URL of a stand-in for AWS on the loopback interface. Then all
// requests go there instead of to AWS, the credentials of the environment are not read, and the output says so. It is not
// an option or a configuration key, so that it is not set by accident.

import type { KeyProvider } from '../api/aws-keys.js';

/** The variable that names a stand-in, for tests. */
export const standInVariable = 'PCA_TEST_STAND_IN';

export interface AwsEndpoints {
  readonly isStandIn: boolean;
  /** The URL of AWS Private CA in the region. */
  readonly privateCa: string;
  readonly sts: string;
  readonly iam: string;
  /** The region for which calls to IAM are signed; IAM has one for each partition. */
  readonly iamRegion: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Throws if the stand-in is not on the loopback interface. */
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
  // The rules are evaluated directly, because a client might take an endpoint from the environment.
  const anonymous = { region, credentials: { accessKeyId: '-', secretAccessKey: '-' } };
  const asked = { Region: region, UseDualStack: false, UseFIPS: false };
  const privateCa = new ACMPCAClient(anonymous).config.endpointProvider(asked).url.origin;
  const sts = new STSClient(anonymous).config.endpointProvider({ ...asked, UseGlobalEndpoint: false }).url.origin;
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
 * The keys of the default credential chain for AWS, or dummy keys for a stand-in. The provider is loaded here, because no
 * other target needs it.
 */
export async function awsKeys({ isStandIn }: AwsEndpoints): Promise<KeyProvider> {
  if (isStandIn) return async () => standInKeys;
  const { defaultProvider } = await import('@aws-sdk/credential-provider-node');
  return defaultProvider();
}

const standInKeys = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' };

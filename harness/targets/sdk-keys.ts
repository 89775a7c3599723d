// Converts keys to the type of the SDK and its signer, which distinguish absent members from undefined ones.

import type { AwsKeys, KeyProvider } from '../api/aws-keys.js';

interface SdkKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

export function sdkKeys(keys: AwsKeys | KeyProvider): () => Promise<SdkKeys> {
  return async () => {
    const { accessKeyId, secretAccessKey, sessionToken } = typeof keys === 'function' ? await keys() : keys;
    return { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) };
  };
}

// Keys as the SDK and its signer take them: they tell a member that is absent from one that is undefined.

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

// The credentials with which requests are signed.

export interface AwsKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Only of temporary keys. */
  readonly sessionToken?: string | undefined;
}

/** Resolves with currently valid keys; temporary ones are renewed. Rejects if there are none. */
export type KeyProvider = () => Promise<AwsKeys>;

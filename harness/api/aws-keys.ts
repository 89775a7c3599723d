// What signs a request.

export interface AwsKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Only temporary keys have one. */
  readonly sessionToken?: string | undefined;
}

/** Gives keys that are valid now: temporary ones are renewed. Rejects where there are none. */
export type KeyProvider = () => Promise<AwsKeys>;
